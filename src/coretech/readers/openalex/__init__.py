"""Works asked of OpenAlex's API page by page, and kept as they came."""
