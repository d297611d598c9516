"""Readers: from published or sent files to records with findings; they know no database."""
