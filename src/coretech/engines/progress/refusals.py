"""What is not reckoned, and why, in both languages."""

from coretech.kit.sentence import Sentence


class NotReckoned(Exception):  # noqa: N818 - a refusal is an ordinary answer, not an error of the program
    """Raised where figures cannot be reckoned with; ``sentence`` says what, where and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        """Keep the sentence."""
        super().__init__(str(sentence))
        self.sentence = sentence


class UnitError(NotReckoned):
    """A figure whose unit is missing, or does not convert into the one that is wanted."""


class MixedKinds(NotReckoned):
    """Figures that must not be added to each other."""


class Repeated(NotReckoned):
    """The same period reported twice; of restated values only the last is given."""


class Misplaced(NotReckoned):
    """A tree of amounts that is none: a key twice, or an element below itself."""
