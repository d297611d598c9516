"""What follows for an item: pages and files."""
