"""Words typed by a person in, words for a person out."""
