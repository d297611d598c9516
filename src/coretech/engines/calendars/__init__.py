"""Meetings as calendar files: the iCalendar of RFC 5545, with the methods of RFC 5546."""
