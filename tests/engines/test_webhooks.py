"""Calls are signed as Standard Webhooks says, and none goes into a private network."""

import base64
import datetime as dt
import hashlib
import hmac
import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.webhooks import headers_of, new_secret, problem_of, reachable, signature_of

AT = dt.datetime(2025, 9, 1, tzinfo=dt.UTC)
PRIVATE = [
    *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),  # noqa: S104 - refused, not bound to
    *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fd00::1", "ff02::1"),
    *("::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b::a00:1", "2002:a00:1::", "2001:0:4136::1", "2001:db8::1"),
]


def test_the_signature_is_that_of_the_specification() -> None:
    secret, body = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", b'{"test": 2432232314}'

    signed = signature_of(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", body)

    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@given(body=st.binary(), call=st.from_regex(r"call_[0-9]{1,9}", fullmatch=True))
def test_whoever_has_the_secret_finds_the_same_signature(body: bytes, call: str) -> None:
    secret = new_secret()
    headers = headers_of(secret, call, AT, body)

    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    digest = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{digest}"
    assert headers["webhook-timestamp"] == str(int(AT.timestamp()))


@pytest.mark.parametrize("secret", ["", "secret", "whsec_***"])
def test_a_secret_of_another_form_signs_nothing(secret: str) -> None:
    with pytest.raises(ValueError, match="a secret"):
        signature_of(secret, "call_1", "1", b"")


@pytest.mark.parametrize("number", PRIVATE)
def test_a_number_inside_is_never_called(number: str) -> None:
    assert not reachable(number)


@given(number=st.ip_addresses(network="10.0.0.0/8") | st.ip_addresses(network="fc00::/7"))
def test_no_number_of_a_private_network_is_called(
    number: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    assert not reachable(str(number))


@pytest.mark.parametrize("number", ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111"])
def test_a_number_of_the_open_internet_may_be_called(number: str) -> None:
    assert reachable(number)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "http://example.com/",
            "ftp://example.com/",
            "https://",
            "example.com",
            "",
            "https://me:pass@example.com/",
        ),
        *(
            "https://example.com/#part",
            " https://example.com/",
            "https://例子.tw/",
            "https://example.com:99999/",
        ),
        *(
            "https://localhost/",
            "https://printer/",
            "https://db.internal/",
            "https://10.0.0.1/",
            "https://[::1]/",
        ),
        *(
            "https://a.example/\n",
            f"https://example.com/{'x' * 300}",
            "https://[fe80::1]/",
            "http://localhost:1/",
        ),
    ],
)
def test_an_address_that_may_not_be_called_is_told_so(address: str) -> None:
    assert problem_of(address, demonstration=False) is not None


def test_a_demonstration_may_call_its_own_machine_and_nothing_else_inside() -> None:
    assert problem_of("http://localhost:9/hook", demonstration=True) is None
    assert problem_of("http://127.0.0.1:9/hook", demonstration=True) is None
    assert problem_of("http://10.0.0.1/", demonstration=True) is not None
    assert problem_of("https://example.com/hook?a=1", demonstration=False) is None
