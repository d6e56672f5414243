"""One rule, one file: a contract in, findings out. No rule sees YAML, files or a language."""
