"""Forms of conferences, of what stands around them, of their rules and documents."""
