"""The pages of the practice identity provider: its directory, and the page on which one picks who signs in."""

from collections.abc import Callable
from urllib.parse import urlsplit

from keyhouse.demo.loopback import Asked, Page, Site, draw, see_other
from keyhouse.demo.practice import sign_on
from keyhouse.demo.practice.directory import Account, new_external_id
from keyhouse.demo.practice.provider import Provider
from keyhouse.demo.practice.provisioning import Dialect

Make = Callable[..., Page]


def site(provider: Provider) -> Site:
    """The provider as a web site."""

    def bound(make: Make) -> Make:
        return lambda asked, **parts: make(provider, asked, **parts)

    return Site(
        pages=[
            ("GET", "/", bound(directory)),
            ("POST", "/people", bound(create)),
            ("POST", r"/people/(?P<external_id>[0-9a-z]+)/(?P<verb>deactivation|reactivation)", bound(switch)),
            ("GET", "/metadata", bound(metadata)),
            ("GET", "/sign-on", bound(pick)),
            ("POST", "/sign-on", bound(answer)),
        ]
    )


def directory(provider: Provider, asked: Asked) -> Page:
    """Everybody whom the provider knows, the buttons that push them, and what was sent."""
    return Page(
        body=draw(
            "directory",
            provider=provider,
            accounts=provider.directory.accounts(),
            exchanges=list(provider.sync.exchanges),
            dialects=list(Dialect),
            chosen=_dialect(asked.query.get("as", "")),
        )
    )


def create(provider: Provider, asked: Asked) -> Page:
    """Make an account and push it to Keyhouse."""
    dialect = _dialect(asked.form.get("as", ""))
    given, family, email = (asked.form.get(name, "").strip() for name in ("given_name", "family_name", "email"))
    known = [one for one in provider.directory.accounts() if one.email.lower() == email.lower()]
    new = Account(external_id=new_external_id(), email=email, given_name=given, family_name=family)
    account = known[0] if known else new
    if "@" in account.email:
        provider.directory.keep(account)
        provider.directory.change(account, scim_id=provider.sync.push(account, dialect), active=True)
    return _back(dialect)


def switch(provider: Provider, asked: Asked, external_id: str, verb: str) -> Page:
    """Deactivate or reactivate an account, here and in Keyhouse."""
    dialect = _dialect(asked.form.get("as", ""))
    account = provider.directory.account(external_id)
    active = verb == "reactivation"
    if account and provider.sync.set_active(account, active, dialect):
        provider.directory.change(account, active=active)
    return _back(dialect)


def metadata(provider: Provider, asked: Asked) -> Page:
    """The provider's metadata."""
    return Page(body=sign_on.metadata(provider), type="application/samlmetadata+xml")


def pick(provider: Provider, asked: Asked) -> Page:
    """Ask who signs in."""
    message = asked.query.get("SAMLRequest", "")
    if sign_on.read(provider, message) is None:
        return Page(status=400, body=draw("refused", provider=provider))
    accounts = provider.directory.accounts()
    values = {"message": message, "relay_state": asked.query.get("RelayState", "")}
    return Page(body=draw("pick", provider=provider, accounts=accounts, **values))


def answer(provider: Provider, asked: Asked) -> Page:
    """Send the one who was picked back to Keyhouse, signed in."""
    request = sign_on.read(provider, asked.form.get("message", ""))
    account = provider.directory.account(asked.form.get("account", ""))
    if request is None or account is None or not account.active:
        return Page(status=400, body=draw("refused", provider=provider))
    place = urlsplit(request.acs_url or "")
    values = {"acs_url": request.acs_url, "relay_state": asked.form.get("relay_state", ""), "account": account}
    response = sign_on.response_for(provider, request, account)
    body = draw("post", provider=provider, response=response, **values)
    return Page(body=body, posts_to=f"{place.scheme}://{place.netloc}")


def _dialect(text: str) -> Dialect:
    return Dialect(text) if text in list(Dialect) else Dialect.OKTA


def _back(dialect: Dialect) -> Page:
    return see_other("/" if dialect is Dialect.OKTA else "/?as=Entra+ID")
