"""A certificate authority made for a test, a machine it vouches for, and a proxy on the way to it."""

import datetime as dt
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.x509.oid import NameOID

_DAY = dt.timedelta(days=1)


def authority(folder: Path, *names: str) -> ssl.SSLContext:
    """A machine's side of TLS under these names; ``ca.pem`` in the folder is whose word it has."""
    ca_key, key = generate_private_key(SECP256R1()), generate_private_key(SECP256R1())
    ca = _named("test authority")
    ca_certificate = _certificate(ca, ca, ca_key, ca_key, x509.BasicConstraints(ca=True, path_length=0))
    others = x509.SubjectAlternativeName([x509.DNSName(name) for name in names])
    certificate = _certificate(_named(names[0]), ca, key, ca_key, others)
    (folder / "ca.pem").write_bytes(ca_certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "machine.pem").write_bytes(_private(key) + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "machine.pem")
    return context


@dataclass
class Passed:
    """A proxy: where it is, and what it was asked for."""

    address: str = ""
    asked: list[str] = field(default_factory=list)
    lets_through: bool = True


@contextmanager
def proxy_to(port: int) -> Iterator[Passed]:
    """A proxy whose every tunnel leads to one port of this machine, for as long as the block runs."""
    passed = Passed()

    class Handler(StreamRequestHandler):
        """Answers CONNECT, then passes on both ways until either side is done."""

        def handle(self) -> None:
            """Open one tunnel."""
            passed.asked.append(self.rfile.readline().decode().strip())
            while line := self.rfile.readline().strip():
                passed.asked.append(line.decode())
            if not passed.lets_through:
                self.wfile.write(b"HTTP/1.1 403 Forbidden\r\n\r\n")
                return
            self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
            with socket.create_connection(("127.0.0.1", port)) as machine:
                back = threading.Thread(target=_pass_on, args=(machine, self.connection))
                back.start()
                _pass_on(self.connection, machine)
                back.join()

    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        passed.address = f"http://minister:s%40cret@127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, name="proxy")
        thread.start()
        try:
            yield passed
        finally:
            server.shutdown()
            thread.join()


def _pass_on(giver: socket.socket, taker: socket.socket) -> None:
    try:
        while data := giver.recv(65_536):
            taker.sendall(data)
        taker.shutdown(socket.SHUT_WR)
    except OSError:
        return


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: EllipticCurvePrivateKey,
    signer: EllipticCurvePrivateKey,
    extension: x509.ExtensionType,
) -> x509.Certificate:
    now = dt.datetime.now(dt.UTC)
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).add_extension(extension, critical=False)
    return builder.not_valid_before(now - _DAY).not_valid_after(now + _DAY).sign(signer, hashes.SHA256())


def _private(key: EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
