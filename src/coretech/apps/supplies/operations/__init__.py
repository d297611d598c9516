"""One step a file, for supplies."""
