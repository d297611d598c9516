"""``coretech law``: the law asked from the command line."""
