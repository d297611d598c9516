"""Plans as files: the contract's JSON, the rows a plan is stored as, tables (ODS, CSV) and StratML."""
