"""Recorded votes of a parliament or a council: a CSV with votes for, against and abstaining in each row."""
