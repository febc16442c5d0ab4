"""Writes of one aggregate each, inside the transaction of a unit of work."""
