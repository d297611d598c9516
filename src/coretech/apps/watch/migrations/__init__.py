"""Migrations of watch."""
