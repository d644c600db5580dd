"""Case files: the interchange format of a whole conference."""
