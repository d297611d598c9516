"""Screens that follow a meeting as it goes: one listener, one drawing for all, one stream a screen."""
