"""Official questions: asking, following by a secret address, the authority's queue and answers, digests."""
