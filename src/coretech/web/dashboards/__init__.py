"""Dashboards: what needs attention first, and counts that lead to what they count."""
