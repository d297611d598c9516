"""Portfolios of research projects, as agencies keep them: CSV, ODS, JSON Lines and Parquet, columns of any name."""
