"""Commands that set an installation up and keep it running."""
