"""Pages of the law: its articles, how they are read, and a calculator for every question it answers."""
