"""Questions on terms of office, articles 3.3 and 4.3."""
