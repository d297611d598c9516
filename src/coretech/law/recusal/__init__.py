"""Questions on stepping aside, article 12."""
