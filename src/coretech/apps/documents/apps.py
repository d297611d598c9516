"""Django's handle on documents."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The app of documents."""

    name = "coretech.apps.documents"
    label = "documents"
    verbose_name = "documents / 公文"
