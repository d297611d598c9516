"""Pages of the inventory's rounds: the board, a round and its steps, its keeper, files of candidates."""
