"""Questions on articles 2 and 3: the council."""
