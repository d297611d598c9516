"""The board of a body as a table: CSV or ODS, one row an appointment, written and read without loss."""
