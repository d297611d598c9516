"""Questions on vacancies, article 3.3."""
