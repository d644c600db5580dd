"""What an edition is written out as: PDF, citations."""
