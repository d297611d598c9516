"""The page where the non-disclosure agreement is read and signed."""
