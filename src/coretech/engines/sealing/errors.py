"""What may be wrong with a key or with something sealed, each with its sentence in both languages."""

from coretech.kit.sentence import Sentence


class SealingError(Exception):
    """Something sealed cannot be opened, or a key cannot be had."""

    def __init__(self, sentence: Sentence) -> None:
        """Keep the sentence for whoever is to read it."""
        super().__init__(str(sentence))
        self.sentence = sentence


class KeyMissingError(SealingError):
    """The key's file is not there, or holds no key: it was lost, never made, or destroyed."""


class ScopeTakenError(SealingError):
    """A scope has its key already; the first one is kept."""


class NotSealedError(SealingError):
    """The bytes are nothing that was sealed here."""


class OtherKeyError(SealingError):
    """The bytes were sealed under another key than the one at hand."""


class TamperedError(SealingError):
    """The bytes, or what they belong to, are not what they were when sealed."""
