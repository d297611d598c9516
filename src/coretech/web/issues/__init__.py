"""The pages of coordination issues: for the agencies they concern and the controller, and nobody else."""
