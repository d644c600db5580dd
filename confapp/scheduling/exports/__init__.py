"""A released schedule in the formats of others."""
