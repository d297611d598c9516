"""Calls over TLS to a real machine: whose word its certificate needs, and the way through a proxy."""

import base64
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from coretech.jobs.calling import CallError, call
from coretech.jobs.proxying import proxy_for
from tests.factories.open_data_factories import Called, called_machine
from tests.factories.tls_factories import Passed, authority, proxy_to

OUTSIDE = "hooks.example"
"""A name that no name server knows (RFC 2606)."""


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("https_proxy", "no_proxy", "HTTPS_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Called]:
    with called_machine(authority(tmp_path, "localhost", OUTSIDE)) as called:
        yield called


@pytest.fixture
def trusted(machine: Called, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Called:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return machine


@pytest.fixture
def proxy(trusted: Called, monkeypatch: pytest.MonkeyPatch) -> Iterator[Passed]:
    with proxy_to(urlsplit(trusted.address).port or 0) as passed:
        monkeypatch.setenv("HTTPS_PROXY", passed.address)
        yield passed


def test_a_machine_whose_authority_is_trusted_is_called(trusted: Called) -> None:
    call(trusted.address, b'{"type": "test"}', {"webhook-id": "call_1"}, demonstration=True)

    ((headers, body),) = trusted.calls
    assert (headers["webhook-id"], headers["host"], body) == (
        "call_1",
        urlsplit(trusted.address).netloc,
        b'{"type": "test"}',
    )


def test_a_machine_of_an_unknown_authority_is_not_told_anything(machine: Called) -> None:
    with pytest.raises(CallError, match="CERTIFICATE_VERIFY_FAILED"):
        call(machine.address, b"{}", {}, demonstration=True)
    assert machine.calls == []


def test_a_certificate_of_another_name_will_not_do(trusted: Called) -> None:
    with pytest.raises(CallError, match="CERTIFICATE_VERIFY_FAILED"):
        call(trusted.address.replace("localhost", "127.0.0.1"), b"{}", {}, demonstration=True)
    assert trusted.calls == []


def test_the_environments_proxy_is_the_way_out_and_sees_nothing_of_the_call(
    proxy: Passed, trusted: Called
) -> None:
    call(f"https://{OUTSIDE}/hook", b"{}", {"webhook-id": "call_1"}, demonstration=False)

    tunnel, *headers = proxy.asked
    assert tunnel.startswith(f"CONNECT {OUTSIDE}:443 ")
    told = base64.b64encode(b"minister:s@cret").decode()
    assert {f"Proxy-Authorization: Basic {told}"} <= set(headers)
    assert "webhook-id" not in str(headers)
    assert [headers["host"] for headers, _ in trusted.calls] == [OUTSIDE]


def test_a_proxy_that_lets_nothing_through_is_a_failure_like_any_other(
    proxy: Passed, trusted: Called
) -> None:
    proxy.lets_through = False

    with pytest.raises(CallError, match="could not be reached"):
        call(f"https://{OUTSIDE}/hook", b"{}", {}, demonstration=False)
    assert trusted.calls == []


def test_a_name_that_leads_inside_is_not_called_through_a_proxy_either(proxy: Passed) -> None:
    with pytest.raises(CallError, match="private network"):
        call("https://127.1/", b"{}", {}, demonstration=False)
    assert proxy.asked == []


@pytest.mark.parametrize(
    ("proxy_said", "excepted", "host", "found"),
    [
        ("", "", OUTSIDE, None),
        ("proxy.example:8080", "", OUTSIDE, ("proxy.example", 8080)),
        ("http://proxy.example", ".example", OUTSIDE, None),
        ("http://proxy.example", "other.example", OUTSIDE, ("proxy.example", None)),
        ("http://", "", OUTSIDE, None),
    ],
)
def test_the_proxy_is_read_as_programs_commonly_do(
    proxy_said: str,
    excepted: str,
    host: str,
    found: tuple[str, int | None] | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy_said)
    monkeypatch.setenv("NO_PROXY", excepted)

    proxy = proxy_for(host)

    assert (None if proxy is None else (proxy.hostname, proxy.port)) == found
