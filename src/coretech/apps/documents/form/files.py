"""The form as a file."""

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.models import Case
from coretech.apps.documents.files import MEDIA_TYPES, DocumentFile
from coretech.apps.documents.form.made import form_of
from coretech.engines.documents.model import Language
from coretech.engines.documents.odt import to_odt


def form_file(by: Acting, case: Case, language: Language = "zh-Hant-TW") -> DocumentFile:
    """The case's dossier as an ODT to fill in, for somebody who may write it.

    Raises:
        Refused: where this person may not write the dossier now.
    """
    content = to_odt(form_of(by, case, language))
    return DocumentFile(f"{case.reference}-dossier-form.odt", MEDIA_TYPES["odt"], content)
