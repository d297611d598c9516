"""Snapshots and what is counted of them: runs, figures, alerts, and the definitions they are counted by."""
