"""Pages of the council's meetings: one file per page."""
