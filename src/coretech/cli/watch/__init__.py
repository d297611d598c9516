"""``coretech watch``: indicators, profiles and counts from files, with no installation behind them."""
