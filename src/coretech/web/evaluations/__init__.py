"""Pages of evaluations, of yearly results and of a plan's revisions."""
