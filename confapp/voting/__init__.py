"""Motions, rulings, votes with ballots and printed rolls, decisions."""
