"""The yearly results and what the printed reports share."""
