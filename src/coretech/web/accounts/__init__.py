"""Pages on accounts, posts and agencies."""
