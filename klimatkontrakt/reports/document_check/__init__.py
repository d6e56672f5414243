"""A file beside what the data says → text: one file, one form."""
