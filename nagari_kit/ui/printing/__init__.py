"""Brings stored letters to paper or to a file, in their true size."""
