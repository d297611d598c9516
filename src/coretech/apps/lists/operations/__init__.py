"""One step a file, for lists."""
