"""The templates an office gives its documents: which one counts, and how documents tell it."""

from coretech.apps.documents.models import Template
from coretech.apps.documents.naming import Kind
from coretech.kit.sentence import Sentence

BUILT_IN = Sentence("內建版面", "built-in look")


def newest_template(kind: Kind) -> Template | None:
    """The version that counts; None where the office has set none."""
    return Template.objects.filter(kind=kind.value).order_by("-version").first()


def template_name(template: Template | None) -> Sentence:
    """How a document tells which template made it."""
    if template is None:
        return BUILT_IN
    short = template.digest[:8]
    return Sentence(
        f"範本第{template.version}版（{short}）", f"template version {template.version} ({short})"
    )
