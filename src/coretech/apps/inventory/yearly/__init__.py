"""The yearly rounds: keepers, panels, where each agency stands, and who is reminded of what (art. 9)."""
