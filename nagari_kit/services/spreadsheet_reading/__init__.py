"""Spreadsheets read by a child process under limits; imports nothing, so that it starts at once."""
