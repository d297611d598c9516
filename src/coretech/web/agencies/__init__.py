"""Agencies under the names they had."""
