"""Plans: the state's programmes, plans and annual plans as read from their documents, version after version."""
