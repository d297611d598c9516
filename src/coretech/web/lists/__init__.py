"""Pages of lists of technologies: all of them, a version with its tree, an item, comparisons, and taking one in."""
