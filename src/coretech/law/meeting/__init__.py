"""Questions on the council's meetings, articles 5 and 11."""
