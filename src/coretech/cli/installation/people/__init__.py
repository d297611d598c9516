"""Commands on accounts, agencies, bodies and their seats."""
