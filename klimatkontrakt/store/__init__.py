"""The only room that knows YAML, folders and files."""
