"""Candidates and cases as a table: CSV or ODS, one row a technology, written and read without loss."""
