"""Documents as data, set as ODT (to work on) and as PDF/UA-1 (to keep). Knows no law, no database and no clock."""
