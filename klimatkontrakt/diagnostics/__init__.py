"""What can be said about data, as values: nothing here prints, reads files or knows a language."""
