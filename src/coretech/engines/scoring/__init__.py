"""Scores of several evaluators compiled: means, spreads and weighted totals. Knows no database and no clock."""
