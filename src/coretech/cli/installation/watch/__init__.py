"""Commands on the watch over technologies."""
