"""Metadata: one identity provider is read, and each thing wrong with it is a line with its remedy."""

from datetime import timedelta

import pytest

from keyhouse.protocols.saml import keys, metadata, names
from keyhouse.protocols.saml.errors import Refusal
from keyhouse.protocols.saml.service_provider import service_provider_metadata
from keyhouse.protocols.saml.xml import parse
from tests.protocols.saml.builder import ACS, ENTITY_ID, IDP, NOW, pair

SIGN_ON, LOGOUT = "https://idp.acme.example/sso", "https://idp.acme.example/slo"


def provider(certificates=("idp",), url=SIGN_ON, issuer=IDP, binding=names.REDIRECT):
    """Metadata of an identity provider, as text."""
    described = "".join(
        f'<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{keys.bare(pair(name)[1])}'
        "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"
        for name in certificates
    )
    return (
        f'<md:EntityDescriptor xmlns:md="{names.MD}" xmlns:ds="{names.DS}" entityID="{issuer}">'
        f'<md:IDPSSODescriptor protocolSupportEnumeration="{names.SAMLP}">{described}'
        f'<md:SingleLogoutService Binding="{names.REDIRECT}" Location="{LOGOUT}"/>'
        f'<md:SingleSignOnService Binding="urn:x" Location="https://x.example"/>'
        f'<md:SingleSignOnService Binding="{binding}" Location="{url}"/></md:IDPSSODescriptor></md:EntityDescriptor>'
    )


def failing(xml, now=NOW, allowed=(), taken=()):
    lines, _ = metadata.validate(xml.encode(), now=now, is_allowed=allowed.__contains__, is_taken=taken.__contains__)
    return [line.check for line in lines if not line.passed]


def test_an_identity_provider_is_read():
    found = metadata.read(provider(("idp", "next", "idp")).encode())

    assert (found.entity_id, metadata.sign_on_url(found)) == (IDP, SIGN_ON)
    assert found.logout_urls == {names.REDIRECT: LOGOUT}
    assert found.certificates == (keys.pem(pair()[1]), keys.pem(pair("next")[1]))


def test_good_metadata_passes_every_line():
    assert failing(provider()) == []


def test_a_wrapper_with_one_identity_provider_is_read():
    wrapped = f'<md:EntitiesDescriptor xmlns:md="{names.MD}">{provider()}</md:EntitiesDescriptor>'

    assert failing(wrapped) == []


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "<a/>",
        "<!DOCTYPE x>" + provider(),
        f'<md:EntitiesDescriptor xmlns:md="{names.MD}">{provider()}{provider()}</md:EntitiesDescriptor>',
        provider().replace("IDPSSODescriptor", "SPSSODescriptor"),
        provider().replace("EntityDescriptor", "AffiliationDescriptor"),
    ],
)
def test_what_is_no_metadata_of_one_provider_is_one_line(xml):
    assert failing(xml) == ["readable"]


@pytest.mark.parametrize(
    ("xml", "check"),
    [
        (provider(issuer=""), "issuer"),
        (provider(binding="urn:x"), "sign_on_url"),
        (provider(url="http://idp.acme.example/sso"), "https"),
        (provider(url="javascript:alert(1)"), "https"),
        (provider(url="https://idp.acme.example@rival.example/"), "https"),
        (provider(()), "certificate"),
        (provider().replace("MII", "%%%"), "certificate"),
    ],
)
def test_each_fault_is_a_line_of_its_own(xml, check):
    assert failing(xml) == [check]


def test_http_is_good_where_the_operator_allows_it():
    """WEB-2: the operator alone allows http."""
    address = "http://127.0.0.1:9000/sso"

    assert failing(provider(url=address), allowed=(address,)) == []


def test_an_issuer_that_another_connection_uses_is_a_fault():
    assert failing(provider(), taken=(IDP,)) == ["issuer_is_new"]


def test_an_expired_certificate_is_a_fault_with_its_remedy():
    lines, _ = metadata.validate(
        provider().encode(), now=NOW + timedelta(days=4000), is_allowed=bool, is_taken=lambda issuer: False
    )

    assert [line.fix for line in lines if not line.passed] == ["Renew the certificate at the identity provider."]


def test_the_three_fields_of_a_form_make_the_same_provider():
    text = keys.bare(pair()[1])

    found = metadata.from_form(sign_on_url=f" {SIGN_ON} ", issuer=IDP, certificate=text, logout_url=LOGOUT)

    assert found == metadata.read(provider().encode())


def test_a_certificate_that_is_none_is_refused():
    with pytest.raises(Refusal):
        metadata.from_form(sign_on_url=SIGN_ON, issuer=IDP, certificate="MIIC")


def test_our_own_metadata_names_our_addresses_and_certificate():
    ours = service_provider_metadata(
        entity_id=ENTITY_ID, acs_url=ACS, logout_url=ACS.replace("acs", "slo"), certificates=(pair("sp")[1],)
    )

    root = parse(ours)
    service = next(root.iter(names.tag("md:AssertionConsumerService")))
    assert (root.get("entityID"), service.get("Location"), service.get("Binding")) == (ENTITY_ID, ACS, names.POST)
    assert keys.bare(pair("sp")[1]) in ours.decode()
