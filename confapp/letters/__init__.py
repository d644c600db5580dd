"""Congratulatory letters and other communications, from receipt to annex."""
