"""Pages of the public list: today, any other day, an item with its versions, and what changed."""
