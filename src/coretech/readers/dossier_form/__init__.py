"""A filled form, read back by the codes that stand in its tables and by nothing else about how it looks."""

from coretech.readers.dossier_form.errors import FormError
from coretech.readers.dossier_form.filled import Filled, Row, Stray, Twice, read_form

__all__ = ["Filled", "FormError", "Row", "Stray", "Twice", "read_form"]
