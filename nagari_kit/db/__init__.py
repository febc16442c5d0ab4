"""The office's encrypted SQLite file: engine, models, unit of work, queries, migrations."""
