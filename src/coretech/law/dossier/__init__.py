"""Questions on what is submitted, article 7."""
