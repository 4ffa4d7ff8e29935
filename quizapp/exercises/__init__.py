"""Numeric exercises without end: templates in a catalogue, drawn by seed, their keys computed by real library calls."""
