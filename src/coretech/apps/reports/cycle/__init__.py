"""The reporting cycle: periods, who is written to and reminded, what was published, late facts."""
