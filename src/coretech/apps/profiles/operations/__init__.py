"""One step a file, for profiles."""
