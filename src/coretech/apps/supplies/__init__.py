"""Critical supplies: commodities, returns, cover, alerts."""
