"""Questions to the database: each answers with frozen values by a fixed number of statements."""
