"""Pages of minutes and of a body's statistics."""
