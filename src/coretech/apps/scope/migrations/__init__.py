"""Migrations of scope."""
