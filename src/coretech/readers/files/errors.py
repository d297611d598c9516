"""Why a file is not taken, in both languages."""

from coretech.kit.sentence import Sentence


class FileError(ValueError):
    """A file that is not taken: what is wrong with it, and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        """Keep the sentence for whoever sent the file."""
        super().__init__(str(sentence))
        self.sentence = sentence
