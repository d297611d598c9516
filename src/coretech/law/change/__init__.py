"""Questions on changes, article 10.2."""
