"""Why a file is not read as a form, in both languages."""

from coretech.kit.sentence import Sentence


class FormError(ValueError):
    """A file that is no form of ours, or cannot be read: what is wrong, and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        """Keep the sentence for whoever sent the file."""
        super().__init__(str(sentence))
        self.sentence = sentence
