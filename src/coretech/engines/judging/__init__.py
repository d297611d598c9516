"""What judgements of many things tell: agreement, what is probably left, work saved, and what to judge next."""
