"""A plan from one version to the next: its rows' keys and trees, what pairs with what, how the dropped ended."""
