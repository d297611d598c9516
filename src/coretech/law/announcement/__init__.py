"""Questions on announcement, article 6."""
