"""Who leads in a technology, how far and how fast: indicators of works of science, from counts instead of ranks.

A snapshot's tables become small histograms (counts by technology, year, country and citations), on whichever machine;
every indicator is then a formula over histograms, in a file of its own, with a slow reference beside it.
"""
