"""``--engine spark``: what it needs, said where it is missing."""

from collections.abc import Iterator
from contextlib import contextmanager

from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence


@contextmanager
def spark_needed() -> Iterator[None]:
    """Within it Spark is brought and used.

    Raises:
        Refused: (HTTP 422) where Spark or the Java it needs is not installed; (HTTP 500) where Spark fails.
    """
    try:
        from coretech.engines.spark.session import FAILURES, NoJava  # noqa: PLC0415 - only who asks for it waits
    except ImportError:
        raise bad_input(
            "engine",
            "--engine spark 需要額外安裝：pip install 'coretech[spark]'",
            "--engine spark needs more to be installed: pip install 'coretech[spark]'",
        ) from None
    try:
        yield
    except NoJava:
        raise bad_input(
            "engine", "--engine spark 需要 Java 17 以上", "--engine spark needs Java 17 or newer"
        ) from None
    except FAILURES as error:
        says = _last_line(str(error))
        raise Refused(Sentence(f"Spark 執行失敗：{says}", f"Spark failed: {says}"), status=500) from error


def _last_line(says: str) -> str:
    """What an error ends with, before Java tells where it was: the words of the process that failed."""
    own = says.partition("JVM stacktrace")[0].strip()
    return own.splitlines()[-1].strip() if own else says
