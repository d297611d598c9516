"""The public register: items, their versions, and the announcements that put them in force."""
