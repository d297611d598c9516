"""What the readers of plans share: a document's lines, the words of a cell, its agencies, and what a reader finds."""
