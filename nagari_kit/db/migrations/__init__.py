"""Schema history: each version moves an office's file one step, inside one transaction."""
