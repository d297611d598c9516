"""Budget figures of a plan as a table: CSV or ODS, one row a figure, written and read without loss."""
