"""Series and conferences: convening, life cycle, rulebooks and documents with their symbols."""
