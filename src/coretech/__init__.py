"""coretech runs a country's core-key-technology regime, from first watch to public register."""

__version__ = "0.1.0"
