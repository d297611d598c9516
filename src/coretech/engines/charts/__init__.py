"""Charts as SVG, made on the server from figures that a page also shows as a table."""
