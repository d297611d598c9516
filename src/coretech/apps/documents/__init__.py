"""Official documents made from what is on record, in templates that an office can change."""
