"""A session of Spark: on this machine, or on a cluster that exists already."""

import os
import shutil
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from py4j.protocol import Py4JError  # type: ignore[import-untyped]  # it tells no types
from pyspark.errors import PySparkException, PySparkRuntimeError
from pyspark.sql import SparkSession

_LOCAL = "local[2]"

FAILURES = (Py4JError, PySparkException)
"""What a session raises where it fails."""


class NoJava(RuntimeError):  # noqa: N818 - there is none; nothing of ours went wrong
    """Spark runs on Java, and there is none, or one that is too old."""


@contextmanager
def spark_session(master: str | None = None, *, progress: bool = False) -> Iterator[SparkSession]:
    """A session, ended with the block; without ``master``, where ``SPARK_MASTER`` says, else on two cores here.

    ``progress`` lets Spark tell on standard error how far it is.

    Raises:
        NoJava: where there is no Java that Spark starts with.
    """
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise NoJava
    where = master or os.environ.get("SPARK_MASTER", _LOCAL)
    if where.startswith("local"):
        # Else Spark takes whatever is called python3, which need not have this package.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    with warnings.catch_warnings():
        # It warns of the pandas it finds; nothing here uses one.
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
        session = _begun(where, "true" if progress else "false")
        try:
            yield session
        finally:
            session.stop()


def _begun(master: str, progress: str) -> SparkSession:
    builder = (
        SparkSession.builder.appName("coretech")
        .master(master)
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", progress)
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.log.level", "ERROR")
    )
    try:
        return builder.getOrCreate()
    except PySparkRuntimeError as error:
        if error.getCondition() != "JAVA_GATEWAY_EXITED":
            raise
        raise NoJava from error
