"""Signals: what moved around a technology, each kind gathered from the noun that keeps it, as far as a reader may."""
