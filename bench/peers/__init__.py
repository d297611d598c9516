"""Programs of peers, each run by a Python of its own; nothing here is imported."""
