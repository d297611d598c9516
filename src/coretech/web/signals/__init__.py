"""Pages of signals by technology, assessments, the scan log and the quarterly scan report."""
