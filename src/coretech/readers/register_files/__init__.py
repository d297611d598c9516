"""The register as files that others read: CSV, ODS, JSON, Turtle, JSON-LD, each written and read back without loss."""
