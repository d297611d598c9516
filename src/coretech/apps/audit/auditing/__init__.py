"""The audit: everything the log says, recomputed from its rows, and every row it answers for compared with it."""
