"""Preparatory and other committees of a conference: mandate, period of work, meetings and report."""
