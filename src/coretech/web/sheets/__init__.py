"""Pages of the reporting cycle: an agency's sheet from its first word to its lock, and the controller's board."""
