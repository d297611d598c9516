"""Coordination issues: their life, who may act on one, and the special meetings that settle them."""
