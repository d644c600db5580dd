"""One index over what is public."""
