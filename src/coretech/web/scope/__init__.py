"""Pages of the self-check and of official scope questions."""
