"""The server's settings: safe for the data, light for a laptop, silent about its content."""

from coretech.embedded.address import PORT
from coretech.embedded.place import Place


def options(place: Place) -> dict[str, str]:
    """Given at every start, so that a new release's settings reach old data too."""
    return _reached_by(place) | DURABLE | LIGHT | LOGGED


def _reached_by(place: Place) -> dict[str, str]:
    """One socket in a closed folder, and no network."""
    quoted = str(place.socket_folder).replace('"', '""')
    return {
        "listen_addresses": "",
        "port": str(PORT),
        "unix_socket_directories": f'"{quoted}"',
        "unix_socket_permissions": "0700",
    }


DURABLE = {
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
}
LIGHT = {
    "shared_buffers": "64MB",
    "max_connections": "100",
    "max_wal_size": "256MB",
    "wal_level": "minimal",  # nothing replicates from here
    "max_wal_senders": "0",
    "io_method": "sync",  # no worker processes
    "jit": "off",  # costs more than it brings on queries as short as ours
    "timezone": "UTC",
}
LOGGED = {
    "logging_collector": "on",
    "log_directory": "log",
    "log_filename": "%a.log",  # a week of files, each written over a week later
    "log_rotation_age": "1d",
    "log_rotation_size": "0",
    "log_truncate_on_rotation": "on",
    "log_timezone": "UTC",
    "log_file_mode": "0600",
    "log_error_verbosity": "terse",  # details quote rows, which may be confidential
    "log_min_error_statement": "panic",  # and so do statements
}
