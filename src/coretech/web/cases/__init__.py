"""Pages of cases: the list, one case, its dossier, and each step."""
