"""One step a file, for watch."""
