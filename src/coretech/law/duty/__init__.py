"""Questions on yearly duties, articles 5.1, 8.3, 9 and 10.1."""
