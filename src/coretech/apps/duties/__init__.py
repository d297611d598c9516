"""What is due when, for whom: every deadline that the other nouns know, in one calendar."""
