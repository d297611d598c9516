"""Which plan serves which technology or commodity."""
