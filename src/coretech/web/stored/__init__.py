"""Public pages and data drawn once for everybody who carries no session, until an act may have changed them."""
