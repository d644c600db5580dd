"""Consistency findings over everything that a conference holds, with waivers."""
