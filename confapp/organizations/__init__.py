"""Bodies that convene, send delegates and write letters; their names over time and their organs."""
