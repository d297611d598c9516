"""Commands on the register and on the log behind it."""
