"""One step a file, for scope."""
