"""Session records: drafted from the log, circulated, approved, corrected."""
