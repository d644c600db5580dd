"""Halls, tracks, sessions and contributions as nouns."""
