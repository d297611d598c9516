"""``coretech doctor``: what this machine has and what is wrong with the installation."""
