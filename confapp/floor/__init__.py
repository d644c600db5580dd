"""A session as it runs: roll and presence, speakers, the append-only log."""
