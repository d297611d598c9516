"""Bundled facts, each with its source beside it."""
