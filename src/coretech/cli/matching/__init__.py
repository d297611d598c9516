"""``coretech match`` and ``screen``: texts and technologies, with no installation behind them."""
