"""A text that people have had in their hands, against what the data would say."""
