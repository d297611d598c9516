"""The page of what waits for the reader."""
