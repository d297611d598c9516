"""Pages of the watch: technologies, countries, comparisons, alerts, definitions and snapshots."""
