"""A canonicalization that fails, or gives nothing, is a refusal; comments never cut a name short."""

import pytest
from lxml import etree

from keyhouse.protocols.saml import issuing, names
from keyhouse.protocols.saml.responses import examine, open_response
from keyhouse.protocols.saml.signatures import XMLVerifier
from tests.protocols.saml.builder import ADA, bent, examined, expectation, failed, first, good, subject, text


@pytest.mark.parametrize("trouble", [b"", etree.C14NError("injected"), ValueError("injected")])
def test_a_failing_or_empty_canonical_form_is_a_refusal(monkeypatch, trouble):
    """SAML-4: a failed canonicalization is a refusal."""

    def broken(*args, **kwargs):
        if isinstance(trouble, Exception):
            raise trouble
        return trouble

    monkeypatch.setattr(XMLVerifier, "_c14n", broken)
    outcome = examined(good())

    assert (failed(outcome), outcome.refusal.code) == ("signature", "bad_signature")


def test_a_relative_namespace_is_refused():
    """SAML-4: a failed canonicalization is a refusal."""
    message = text(good()).replace("<saml:Assertion ", '<saml:Assertion xmlns:rel="relative/uri" ', 1)

    outcome = examine(open_response(issuing.to_post(message.encode())), expectation())

    assert outcome.refusal.code in ("bad_signature", "malformed")


MARKUP = ["<!-- -->", "<!---->", "<?x y?>", "<b/>", "<![CDATA[]]><!-- x -->"]


@pytest.mark.parametrize("markup", MARKUP)
@pytest.mark.parametrize("sign", ["assertion", "response"])
def test_markup_inside_a_name_signs_nobody_in(markup, sign):
    """SAML-5: nothing cuts a name short."""
    message = text(good(name_id=f"{ADA}MARK.rival.example", sign=sign)).replace("MARK", markup, 1)

    outcome = examine(open_response(issuing.to_post(message.encode())), expectation())

    assert subject(outcome) is None


@pytest.mark.parametrize("markup", MARKUP[:3])
def test_markup_inside_an_attribute_is_refused_by_name(markup):
    """SAML-5: nothing cuts a name short."""
    said = good(attributes={"mail": (f"{ADA}MARK",)})
    message = text(said).replace("MARK", markup, 1)

    outcome = examine(open_response(issuing.to_post(message.encode())), expectation())

    assert failed(outcome) == "values_are_whole"


def test_a_comment_that_the_provider_itself_signed_is_refused():
    """SAML-5: nothing cuts a name short."""

    def commented(root):
        name = first(root, "saml:NameID")
        name.text = ADA
        name.append(etree.Comment(" "))
        name[0].tail = ".rival.example"

    assert failed(examined(bent(commented))) == "values_are_whole"


def test_markup_inside_the_issuer_is_refused():
    """SAML-5: nothing cuts a name short."""

    def marked(root):
        root.find(names.tag("saml:Issuer")).append(etree.ProcessingInstruction("x", "y"))

    assert subject(examined(bent(marked))) is None
