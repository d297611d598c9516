"""Pages of the inventory: candidates, a new one, and making one a case."""
