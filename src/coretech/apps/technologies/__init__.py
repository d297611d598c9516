"""Technologies: what cases, the register and foreign lists speak of, whatever it is called."""
