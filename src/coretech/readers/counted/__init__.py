"""Tables of patents and of trade, from the files databases give, counted by who, what and when."""
