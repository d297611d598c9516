"""A sheet to fill in offline: an ODS with the measures, the work items and the indicators each in a table of their own.

Three flat tables, not one for each measure: an officer hands rows to the units that answer, pastes back what they send,
and sees at a glance what is empty.
"""
