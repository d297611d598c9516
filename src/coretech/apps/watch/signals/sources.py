"""Which function tells which kind of signal, of the nouns below the watch and of the watch itself."""

from coretech.apps.watch.signals.candidates import candidates
from coretech.apps.watch.signals.foreign_lists import foreign_lists
from coretech.apps.watch.signals.gathering import told_by
from coretech.apps.watch.signals.indicators import indicators
from coretech.apps.watch.signals.inventory_finds import inventory_finds
from coretech.apps.watch.signals.register_changes import register_changes
from coretech.apps.watch.signals.scope_questions import scope_questions
from coretech.apps.watch.signals.signal import Kind


def connect() -> None:
    """Called once when the apps are ready."""
    told_by(Kind.FOREIGN_LIST, foreign_lists)
    told_by(Kind.INDICATOR, indicators)
    told_by(Kind.QUESTION, scope_questions)
    told_by(Kind.FIND, inventory_finds)
    told_by(Kind.CANDIDATE, candidates)
    told_by(Kind.REGISTER, register_changes)
