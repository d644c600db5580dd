"""confapp: the secretariat of a conference in one program."""

__version__ = "0.1.0"
