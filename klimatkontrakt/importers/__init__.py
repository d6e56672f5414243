"""A file from outside → what it says: one file, one file type."""
