"""The pages of what plans cost: figures by stage against each other, and the S&T budget as a share of GDP."""
