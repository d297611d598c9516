"""Meetings of the council: agenda, attendance, declarations, quorum and votes."""
