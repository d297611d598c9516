"""Technology profiles as documents: what defines a technology, in sections of rows; read, compared, never stored."""
