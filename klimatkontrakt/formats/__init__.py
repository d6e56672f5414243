"""Document → bytes: one file, one format."""
