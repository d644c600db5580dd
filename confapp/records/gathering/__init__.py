"""From rows to material: what is loaded becomes plain values that know nothing of a database."""
