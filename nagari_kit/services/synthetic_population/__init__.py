"""Invented residents of the demonstration nagari: seeded, plausible, nobody real."""
