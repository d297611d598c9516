"""Questions on expert panels, article 8."""
