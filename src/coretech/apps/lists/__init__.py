"""Lists of technologies that states publish, version by version, and how their items map to one another."""
