"""Cases: one proposal each, from the candidate to the announcement."""
