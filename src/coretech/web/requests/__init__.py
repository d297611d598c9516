"""Pages of requests under article 10(2): asking, following by secret address, the authority's inbox and decision."""
