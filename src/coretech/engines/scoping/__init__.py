"""Reading what somebody writes about a technology: marks of secrecy, measured figures, and whether it says enough."""
