"""What other laws tie to a listed technology, as bundled: duties by law and actor, each with its source."""

from coretech.readers.obligations.loading import DutiesError, bundled, duties_in
from coretech.readers.obligations.records import Actor, Checked, Duty, Law, Source, Tie, Verb

__all__ = ["Actor", "Checked", "DutiesError", "Duty", "Law", "Source", "Tie", "Verb", "bundled", "duties_in"]
