"""Where a home's cluster lies, and the files beside it."""

from dataclasses import dataclass
from pathlib import Path

from coretech.embedded import files
from coretech.embedded.address import PORT

SOCKET_NAME = f".s.PGSQL.{PORT}"


@dataclass(frozen=True, slots=True)
class Place:
    """The folder that holds a cluster: the home itself, or another that the server's account can enter."""

    folder: Path

    @property
    def cluster(self) -> Path:
        """PostgreSQL's own data folder."""
        return self.folder / "postgres"

    @property
    def lease(self) -> Path:
        """Each process that uses the server holds this shared, for as long as it lives."""
        return self.folder / "postgres.lease"

    @property
    def starting(self) -> Path:
        """Whoever starts or stops the server, or joins it, holds this alone."""
        return self.folder / "postgres.starting"

    @property
    def alive(self) -> Path:
        """The server's own processes hold this; free means that none of them lives."""
        return self.folder / "postgres.alive"

    @property
    def password(self) -> Path:
        """The password of the server's role, readable by the home's owner alone."""
        return self.folder / "postgres.password"

    @property
    def socket_record(self) -> Path:
        """Names the socket's folder where the path beside the cluster would be too long."""
        return self.folder / "postgres.socket"

    @property
    def socket_folder(self) -> Path:
        """The folder of the socket: beside the cluster, or a short one made for this place."""
        recorded = files.read(self.socket_record)
        return self.folder / "postgres.run" if recorded is None else Path(recorded)

    @property
    def socket(self) -> Path:
        """The socket itself, there while the server runs."""
        return self.socket_folder / SOCKET_NAME
