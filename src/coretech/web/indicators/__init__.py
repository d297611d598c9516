"""Indicators of a plan: targets against actuals, one indicator, and what its controller settles about it."""
