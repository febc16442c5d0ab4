"""The nagari-kit command: thin over the services."""
