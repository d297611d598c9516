"""Panels: their rules, their agenda, and the opinion they vote on."""
