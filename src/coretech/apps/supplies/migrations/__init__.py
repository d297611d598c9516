"""Migrations of supplies."""
