"""The provincial hub: ingest of containers, receipts, enrolment and its command line."""
