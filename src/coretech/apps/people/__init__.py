"""People, agencies under the names they had, and the postings that tie one to the other."""
