"""What the practice identity provider is: where it lives, whom it serves, its key."""

from dataclasses import dataclass, field
from pathlib import Path

from keyhouse.demo.practice.directory import Directory
from keyhouse.demo.practice.provisioning import Sync
from keyhouse.foundation import clock
from keyhouse.protocols.saml import keys


@dataclass(frozen=True, kw_only=True)
class Provider:
    """A practice identity provider for one organization of one Keyhouse."""

    url: str
    keyhouse_url: str
    directory: Directory
    sync: Sync
    private_key: keys.PrivateKey
    certificate: keys.Certificate
    name: str = field(default="Practice identity provider")

    @property
    def entity_id(self) -> str:
        """Its issuer."""
        return f"{self.url}/metadata"

    @property
    def sign_on_url(self) -> str:
        """Where it takes requests to sign somebody in."""
        return f"{self.url}/sign-on"


def open_provider(*, folder: Path, url: str, keyhouse_url: str, token: str = "") -> Provider:
    """The provider that keeps its directory and key in a folder; both are made when they are missing."""
    key_file, certificate_file = folder / "practice-key.pem", folder / "practice-certificate.pem"
    if not key_file.exists():
        key, certificate = keys.new_key_pair("Practice identity provider", clock.now())
        key_file.touch(mode=0o600)
        key_file.write_text(key)
        certificate_file.write_text(certificate)
    return Provider(
        url=url,
        keyhouse_url=keyhouse_url,
        directory=Directory(folder / "practice-directory.json"),
        sync=Sync(base_url=f"{keyhouse_url}/scim/v2", token=token),
        private_key=keys.read_private_key(key_file.read_text()),
        certificate=keys.read_certificate(certificate_file.read_text()),
    )
