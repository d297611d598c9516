"""Targets and budgets: progress, pace, expected end, sums, lights; each with the formula it comes from."""
