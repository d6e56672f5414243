"""Contracts → words for people, in the language they asked for."""
