"""Whether a technology is on the list: questions to the authority, their answers, and published precedents."""
