"""Pages of deadlines and of one's own calendar."""
