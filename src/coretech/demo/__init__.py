"""The demonstration: a stage of accounts named by role, and the real change played on it step by step."""
