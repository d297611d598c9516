"""Which addresses may be called: none inside this machine or its network, whatever a name resolves to."""

import ipaddress
from urllib.parse import urlsplit

from coretech.kit.sentence import Sentence

LONGEST = 300
HARMLESS_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
"""The hosts a demonstration may call, by plain HTTP as well."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NOT_HTTPS = Sentence(
    "網址應以 https:// 開頭，只含主機與路徑，不含帳號、密碼及 # 之後的部分。",
    "The address begins with https:// and has a host and a path, no user name, password or #.",
)
_INSIDE = Sentence(
    "網址指向內部網路，不予呼叫。", "The address lies in a private network, which is never called."
)


def problem_of(address: str, *, demonstration: bool) -> Sentence | None:
    """What is wrong with an address as it is written, or None; where a name leads is asked when it is called."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return _NOT_HTTPS
    unwanted = parts.username or parts.password or parts.fragment or address != address.strip()
    if not host or unwanted or not address.isascii() or not address.isprintable() or len(address) > LONGEST:
        return _NOT_HTTPS
    if demonstration and host in HARMLESS_HERE and parts.scheme in {"http", "https"}:
        return None
    if parts.scheme != "https":
        return _NOT_HTTPS
    return None if _maybe_reachable(host) else _INSIDE


def reachable(address: str) -> bool:
    """Whether a numeric address lies in the open Internet: not private, local, shared, reserved or multicast.

    An IPv6 address that carries an IPv4 one inside is never called: it would lead to that one.
    """
    number = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(number, ipaddress.IPv6Address) and (
        number.ipv4_mapped or number.sixtofour or number.teredo or number in _NAT64
    ):
        return False
    return number.is_global and not (number.is_multicast or number.is_reserved)


def _maybe_reachable(host: str) -> bool:
    """A number is judged at once; a name may be, unless it can only mean this machine or network."""
    try:
        return reachable(host)
    except ValueError:
        local = host == "localhost" or host.endswith((".localhost", ".local", ".internal"))
        return "." in host and not local
