"""Evaluations of plans: who evaluates, scores and what they compile to, findings and what followed."""
