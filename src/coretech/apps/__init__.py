"""The nouns of the regime: each owns its tables, who may see them, and the operations that write them."""
