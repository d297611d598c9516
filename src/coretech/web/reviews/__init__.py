"""Pages of the yearly review: each authority's items of a year, one item's review, the file of a year."""
