"""The yearly inventory: what each agency found that might be a core key technology (art. 9)."""
