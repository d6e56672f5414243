"""Pictures of what a contract holds: one file, one picture."""
