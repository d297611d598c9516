"""What a file is, by its content and never by its name, and whether it carries what no paper may."""

from coretech.readers.files.errors import FileError
from coretech.readers.files.kinds import Kind
from coretech.readers.files.recognise import LARGEST, recognise
from coretech.readers.files.words import pdf_words

__all__ = ["LARGEST", "FileError", "Kind", "pdf_words", "recognise"]
