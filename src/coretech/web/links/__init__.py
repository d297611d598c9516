"""Links between plans and what they serve: proposing, judging, and the list of them."""
