"""The public pages and feeds."""
