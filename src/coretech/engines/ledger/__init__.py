"""The log as mathematics: canonical leaves, commitments and the Merkle tree over them."""
