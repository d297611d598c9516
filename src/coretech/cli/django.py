"""Django for the commands that need it, and what keeps it away said in a sentence."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import NotSupportedError, OperationalError

from coretech.embedded import EmbeddedError
from coretech.kit.loading import uncollected
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence

SETTINGS = "coretech.config.settings"


def load() -> None:
    """Set Django up with the installation's settings; a second call does nothing.

    Raises:
        Refused: where the settings or the data folder cannot be used.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    with available(), uncollected():
        try:
            django.setup()
        except OSError as error:
            raise _refused(_closed(error)) from error


@contextmanager
def available() -> Iterator[None]:
    """Turn a missing database or unusable settings into a refusal that says what to do.

    Raises:
        Refused: (HTTP 503) in place of the errors of Django and of the embedded server.
    """
    try:
        yield
    except EmbeddedError as error:
        raise _refused(error.sentence) from error
    except (ImproperlyConfigured, NotSupportedError) as error:
        raise _refused(Sentence(str(error), str(error))) from error
    except OperationalError as error:
        raise _refused(_unreachable(error)) from error


def _refused(sentence: Sentence) -> Refused:
    return Refused(sentence, status=HTTPStatus.SERVICE_UNAVAILABLE)


def _closed(error: OSError) -> Sentence:
    where, why = error.filename, error.strerror or str(error)
    return Sentence(
        f"無法使用資料夾（{why}：{where}）；請檢查權限，或以 CORETECH_HOME 指定另一個資料夾。",
        f"The data folder cannot be used ({why}: {where}); "
        "check who may use it, or name another with CORETECH_HOME.",
    )


def _unreachable(error: OperationalError) -> Sentence:
    said = str(error).strip()
    return Sentence(
        f"無法使用資料庫；請檢查資料庫是否執行中，或執行 coretech doctor。資料庫說：{said}",
        f"The database cannot be used; see whether it runs, or ask coretech doctor. It says: {said}",
    )
