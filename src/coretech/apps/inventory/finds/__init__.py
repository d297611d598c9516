"""Portfolios of projects compared with the lists: what was found, judged, learned, and what is probably left."""
