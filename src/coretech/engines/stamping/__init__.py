"""Marking each page of a PDF with whom it was handed to, and when."""

from coretech.engines.stamping.stamp import StampError, stamped

__all__ = ["StampError", "stamped"]
