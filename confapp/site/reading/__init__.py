"""An edition as a page, shaped from its sealed document and from nothing else."""
