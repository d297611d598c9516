"""How good a ranking is, held against judgements: hits, recall, gain, rank, and work saved."""
