"""Pages of a case's attachments, levels of secrecy, and leave given by name."""
