"""The Office's duty to look: the scan log, its quarterly report, and assessments of what was seen."""
