"""Who looks at a meeting, and what all of them are shown: drawn once for each language and view."""

from collections.abc import Mapping
from dataclasses import dataclass

from coretech.apps.meetings.board import View
from coretech.kit.sentence import Language

Kind = tuple[View, Language]


@dataclass(frozen=True, slots=True)
class Viewer:
    """An account and the session it is signed in with; both must still stand when something is shown."""

    account: int
    session: str


@dataclass(frozen=True, eq=False, slots=True)
class Screen:
    """One open stream. Without a ``viewer`` it is a screen in public, let in by the secret of its address, ``key``.

    ``view`` is what it was let in for when it connected.
    """

    meeting: int
    language: Language
    view: View
    viewer: Viewer | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A meeting as it is shown from now on: a frame of each kind that somebody looks at.

    ``admitted`` says what each viewer may see now, nothing for whoever may no longer; a viewer who came after the
    drawing is not in it, and was asked at the door. ``over`` is true where nothing more will change.
    """

    frames: Mapping[Kind, bytes]
    admitted: Mapping[Viewer, View | None]
    key: str
    over: bool = False

    def view_of(self, screen: Screen) -> View | None:
        """What this screen may show; None where it may show nothing any more."""
        if screen.viewer is None:
            return screen.view if screen.key == self.key else None
        return self.admitted.get(screen.viewer, screen.view)
