"""The demonstration's page: step into any role, move the day, and see what comes next. Open only on its stage."""
