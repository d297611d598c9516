"""The pages of critical supplies: how they stand, and how returns come in."""
