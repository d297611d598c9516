"""Commands on cases, from the candidate to the announcement."""
