"""A government programme, as published: its industries, measures, schedules, targets and budget."""
