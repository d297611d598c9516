"""What is wrong with facts or with a regime's data, named by its place."""

from coretech.kit.sentence import Sentence


class FactsError(ValueError):
    """A fact that cannot be taken; ``field`` is its name, ``sentence`` says why."""

    def __init__(self, field: str, sentence: Sentence) -> None:
        """Keep both."""
        super().__init__(f"{field}: {sentence.en}")
        self.field = field
        self.sentence = sentence


class RegimeError(ValueError):
    """A regime's data that cannot be used; ``place`` is the file and entry, ``sentence`` says why."""

    def __init__(self, place: str, sentence: Sentence) -> None:
        """Keep both."""
        super().__init__(f"{place}: {sentence.en}")
        self.place = place
        self.sentence = sentence
