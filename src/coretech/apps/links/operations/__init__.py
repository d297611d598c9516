"""One step a file, for links."""
