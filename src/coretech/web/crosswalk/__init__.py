"""The pages of the crosswalk: how the items of lists stand to one another, and judging what is proposed."""
