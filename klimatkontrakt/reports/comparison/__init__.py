"""Comparison → text: one file, one form."""
