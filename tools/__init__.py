"""What builds, locks and checks the project; never shipped."""
