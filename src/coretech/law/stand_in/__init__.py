"""Questions on stand-ins, article 5.4."""
