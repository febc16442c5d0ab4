"""Leaf technical pieces (paths, clock, files, cryptography) that know no domain word."""
