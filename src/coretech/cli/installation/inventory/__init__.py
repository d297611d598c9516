"""Commands on the yearly inventory, portfolios, requests and reviews."""
