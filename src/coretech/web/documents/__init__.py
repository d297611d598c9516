"""Pages of documents: made from the record, filled in offline, in the office's own look."""
