"""The register as open data: files, addresses that answer in the form asked for, a feed, calls of one's own machine."""
