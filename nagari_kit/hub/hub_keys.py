"""The hub's private keys on its disk, and the signed list of their public halves."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from nagari_kit.hub.certificates import (
    certificate_pem,
    key_pem,
    make_authority,
    make_server_certificate,
)
from nagari_kit.infra.files import make_private_dir, write_atomically
from nagari_kit.sync.device_keys import SecretKeys
from nagari_kit.sync.keyset import Keyset, keyset_message

LOCAL_HOSTS = ["localhost", "127.0.0.1", "::1"]


@dataclass(frozen=True, slots=True)
class HubKeys:
    """`stored` signs STORED receipts and answers and receives containers; `applied` the rest."""

    folder: Path
    ca_key: Ed25519PrivateKey
    stored: SecretKeys
    applied: Ed25519PrivateKey
    hub: str

    @property
    def ca_file(self) -> Path:
        """The certificate that offices trust."""
        return self.folder / "ca.pem"

    @property
    def keyset(self) -> Keyset:
        """The public halves."""
        public = self.stored.public
        applied = self.applied.public_key().public_bytes_raw()
        return Keyset(1, self.hub, public.seal, public.sign, applied)

    def signed_keyset(self) -> tuple[bytes, bytes]:
        """Exact bytes and the authority's signature."""
        body = self.keyset.to_bytes()
        return body, self.ca_key.sign(keyset_message(body))

    def write_server_certificate(self, names: Sequence[str]) -> tuple[Path, Path]:
        """A fresh certificate for this start; paths of certificate and key.

        `names`: host names and addresses under which PCs reach the hub, besides this machine's own.
        """
        key = Ed25519PrivateKey.generate()
        ca = x509.load_pem_x509_certificate(self.ca_file.read_bytes())
        hosts = dict.fromkeys((*LOCAL_HOSTS, *names))
        certificate = make_server_certificate(key, self.ca_key, ca, list(hosts))
        paths = self.folder / "server.pem", self.folder / "server.key"
        write_atomically(paths[0], certificate_pem(certificate))
        write_atomically(paths[1], key_pem(key))
        return paths


def open_hub_keys(folder: Path) -> HubKeys:
    """Read the keys, or make them at the first start. Raises OSError."""
    make_private_dir(folder)
    if not (folder / "ca.pem").is_file():
        _make(folder)
    return HubKeys(
        folder=folder,
        ca_key=_private_key(folder / "ca.key"),
        stored=SecretKeys.from_bytes((folder / "stored.key").read_bytes()),
        applied=_private_key(folder / "applied.key"),
        hub=(folder / "hub.txt").read_text(encoding="ascii"),
    )


def _make(folder: Path) -> None:
    ca_key = Ed25519PrivateKey.generate()
    write_atomically(folder / "ca.key", key_pem(ca_key))
    write_atomically(folder / "stored.key", SecretKeys.generate().to_bytes())
    write_atomically(folder / "applied.key", key_pem(Ed25519PrivateKey.generate()))
    write_atomically(folder / "hub.txt", secrets.token_hex(8).encode("ascii"))
    # Last: its presence says that all the others are there.
    write_atomically(folder / "ca.pem", certificate_pem(make_authority(ca_key)))


def _private_key(path: Path) -> Ed25519PrivateKey:
    return cast("Ed25519PrivateKey", load_pem_private_key(path.read_bytes(), None))
