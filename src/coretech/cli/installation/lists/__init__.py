"""Commands on lists, crosswalks, technology profiles, and the question whether mine is on it."""
