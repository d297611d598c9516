"""Indicators: their definitions and figures, and how measures stand by the rules of a plan's lights."""
