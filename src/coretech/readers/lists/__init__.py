"""Lists of technologies: read from CSV, ODS, JSON and SKOS with every fault by its line, and written."""
