"""Pages of the council, the Office, its advisers and the panels: who sits on them, one file per page."""
