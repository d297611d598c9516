"""A ministry's plan of one year, as published: its goals with their strategies, and its important programmes."""
