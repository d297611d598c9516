"""Work done in the background: inside ``serve``, or alone with ``coretech work``."""
