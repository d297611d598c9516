"""Technology profiles: what defines a technology, read by anybody and kept by its authority."""
