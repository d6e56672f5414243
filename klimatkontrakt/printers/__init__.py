"""Outcome → text: one file, one printer."""
