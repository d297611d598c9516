"""Pages of the log: what it is, its head and keys, proofs, and how to check them."""
