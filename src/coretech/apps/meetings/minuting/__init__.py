"""The text of minutes: drafted from what is on record, worded by the recorder, set as a document."""
