"""What may be done about plans; one file each."""
