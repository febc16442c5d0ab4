"""Letter definitions become pages and PDF bytes; no database here."""
