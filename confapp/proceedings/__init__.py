"""Editions: compiled, signed, published, verified."""
