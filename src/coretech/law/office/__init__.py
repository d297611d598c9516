"""Questions on the Office, article 4."""
