"""Where the embedded server answers, as libpq wants to be told."""

from dataclasses import dataclass, field

PORT = 5432  # names the socket file only; the server listens on no network
USER = "coretech"
DATABASE = "coretech"


@dataclass(frozen=True, slots=True)
class Address:
    """A running server's address: the folder of its socket, and the password of its only role."""

    host: str
    password: str = field(repr=False)
    port: int = PORT
    user: str = USER
    dbname: str = DATABASE

    def libpq(self) -> dict[str, str]:
        """The keywords of a libpq connection, without the database's name."""
        return {"host": self.host, "port": str(self.port), "user": self.user, "password": self.password}
