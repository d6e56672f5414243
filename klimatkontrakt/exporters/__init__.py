"""The model told to other programs: one file, one form."""
