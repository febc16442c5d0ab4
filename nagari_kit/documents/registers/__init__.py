"""Registers (buku) as data, and their printing as PDF and as spreadsheet."""
