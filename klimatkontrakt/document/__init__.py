"""Contract + outline → document: the only room that knows Jinja."""
