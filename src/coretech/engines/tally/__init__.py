"""Counted votes under every reading of the majority rule."""
