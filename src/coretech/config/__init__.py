"""Settings and addresses; nobody imports this, Django is told its name."""
