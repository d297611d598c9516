"""One step a file, for reports."""
