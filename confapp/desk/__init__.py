"""The organizers' side."""
