"""The way out through a proxy, where the environment names one: a tunnel, and TLS inside it to the machine itself.

``HTTPS_PROXY`` and ``NO_PROXY`` are read as programs commonly do, in capitals or small letters.
"""

import base64
import http.client
import socket
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies_environment, proxy_bypass

_USUAL_PORT = 3128


def proxy_for(host: str) -> SplitResult | None:
    """The proxy that TLS to a host goes through; None where there is none, or none for this host."""
    named = getproxies_environment().get("https", "")
    if not named or proxy_bypass(host):
        return None
    proxy = urlsplit(named if "://" in named else f"http://{named}")
    return proxy if proxy.hostname else None


def tunnel(proxy: SplitResult, host: str, port: int, patience: float) -> socket.socket:
    """An open connection to a host by way of a proxy, which looks up the host's name itself.

    Raises:
        OSError: where the proxy is not there, or does not let the call through.
    """
    way = http.client.HTTPConnection(proxy.hostname or "", proxy.port or _USUAL_PORT, timeout=patience)
    way.set_tunnel(host, port, _credentials(proxy))
    way.connect()
    return way.sock


def _credentials(proxy: SplitResult) -> dict[str, str]:
    if proxy.username is None:
        return {}
    told = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": f"Basic {base64.b64encode(told.encode()).decode()}"}
