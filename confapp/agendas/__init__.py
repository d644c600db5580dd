"""Agendas in versions: draft, provisional, adopted; their items."""
