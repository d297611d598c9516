"""Reading and writing the table of accounts and postings, as ODS or CSV."""
