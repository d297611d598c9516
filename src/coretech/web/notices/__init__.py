"""Pages of the pre-announcements: what would change, and comments from anybody."""
