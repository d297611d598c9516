"""What may be wrong with a document's material, each with its sentence in both languages."""

from coretech.kit.sentence import Sentence


class DocumentError(ValueError):
    """Something outside the document keeps it from being set: a template, a picture, a missing typeface."""

    def __init__(self, sentence: Sentence) -> None:
        """Keep the sentence for whoever is to read it."""
        super().__init__(str(sentence))
        self.sentence = sentence


class TemplateError(DocumentError):
    """The file offered as a template is none, or carries what a template may not."""


class PictureError(DocumentError):
    """A figure's data is not the picture its media type says."""


class TypefaceError(DocumentError):
    """The typeface that PDFs are set in is not installed."""
