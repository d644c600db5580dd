"""The organizers' pages across nouns: the front desk, finding things, suggestions while typing."""
