"""Tables of texts with ids, read row by row and never held whole: CSV, JSON Lines, Parquet and ODS, also packed."""
