"""One parser and one parse; what could explode or reach out is refused before it does."""

import base64
import time
import tracemalloc
import zlib
from pathlib import Path

import pytest
from lxml import etree

import keyhouse.protocols.saml
from keyhouse.protocols.saml import issuing, names
from keyhouse.protocols.saml.bindings import from_post, from_redirect
from keyhouse.protocols.saml.errors import HasDocumentType, NotReadable, Refusal, TooLarge
from keyhouse.protocols.saml.responses import examine, open_response
from keyhouse.protocols.saml.xml import MAX_BYTES, parse
from tests.protocols.saml.builder import expectation, failed, first, good, text

LAUGHS = "".join(f"<!ENTITY l{n} '" + f"&l{n - 1};" * 10 + "'>" for n in range(1, 9))


def post(message: str) -> str:
    return base64.b64encode(message.encode()).decode()


def judged(message: str):
    return examine(open_response(post(message)), expectation())


def test_only_one_file_parses():
    """SAML-3: one parser, one parse."""
    folder = Path(keyhouse.protocols.saml.__file__).parent
    files = {path.name: path.read_text() for path in folder.rglob("*.py")}
    parsing = [name for name, code in files.items() if "fromstring(" in code or "etree.parse(" in code]

    assert parsing == ["xml.py"]


@pytest.mark.parametrize(
    "prologue",
    [
        "<!DOCTYPE x>",
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "https://rival.example/x.dtd">',
        f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>',
    ],
)
def test_a_document_type_is_refused(prologue):
    """SAML-10: bombs are refused before they go off."""
    with pytest.raises(HasDocumentType):
        open_response(post(f"<?xml version='1.0'?>{prologue}{text(good())}"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-7"])
def test_a_document_type_in_another_encoding_is_refused(encoding):
    """SAML-3: one parser, one parse."""
    message = f"<?xml version='1.0' encoding='{encoding}'?><!DOCTYPE x>{text(good())}".encode(encoding)

    with pytest.raises(Refusal):
        parse(message)


def test_an_entity_that_nobody_declared_is_refused():
    """SAML-10: bombs are refused before they go off."""
    with pytest.raises(NotReadable):
        judged(text(good()).replace("ada@acme.example", "&ada;"))


def test_a_message_larger_than_the_cap_is_refused_before_it_is_parsed():
    """SAML-10: bombs are refused before they go off."""
    with pytest.raises(TooLarge):
        parse(b"<a>" + b"x" * MAX_BYTES + b"</a>")
    with pytest.raises(TooLarge):
        from_post("A" * (MAX_BYTES * 2))


def test_a_deflate_bomb_stops_at_the_cap_within_a_memory_bound():
    """SAML-10: bombs are refused before they go off."""
    squeeze = zlib.compressobj(wbits=-15)
    bomb = base64.b64encode(squeeze.compress(b"\0" * 100_000_000) + squeeze.flush()).decode()

    tracemalloc.start()
    before = time.process_time()
    with pytest.raises(TooLarge):
        from_redirect(bomb)
    spent, peak = time.process_time() - before, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert spent < 0.05
    assert peak < 2_000_000


@pytest.mark.parametrize(
    "algorithm",
    [
        "http://www.w3.org/TR/1999/REC-xslt-19991116",
        "http://www.w3.org/TR/1999/REC-xpath-19991116",
        "http://www.w3.org/2002/06/xmldsig-filter2",
        "http://www.w3.org/2000/09/xmldsig#base64",
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
        names.EXCLUSIVE_C14N + "WithComments",
    ],
)
def test_any_other_transform_is_refused_before_cryptography(algorithm, monkeypatch):
    """SAML-10: bombs are refused before they go off."""
    monkeypatch.setattr("signxml.verifier.XMLVerifier.verify", None)
    root = good()
    first(root, "ds:Transforms")[1].set("Algorithm", algorithm)

    assert failed(examine(open_response(issuing.form_value(root)), expectation())) == "signatures_are_allowed"


@pytest.mark.parametrize("count", [3, 1500])
def test_many_transforms_are_refused_at_once(count):
    """SAML-10: bombs are refused before they go off."""
    root = good()
    transforms = first(root, "ds:Transforms")
    for _ in range(count):
        etree.SubElement(transforms, names.tag("ds:Transform")).set("Algorithm", names.EXCLUSIVE_C14N)

    with refused_quickly():
        judge = judged(text(root))
        assert failed(judge) == "signatures_are_allowed"


@pytest.mark.parametrize(
    "message",
    [
        "<a>" * 20_000,
        "<a " + " ".join(f"a{n}='{n}'" for n in range(15_000)) + "/>",
        "<a>" + "".join(f'<b xmlns:p{n}="urn:{n}">' for n in range(5_000)),
        f"<a>{'<b/>' * 50_000}</a>",
    ],
    ids=["deep", "attributes", "namespaces", "wide"],
)
def test_a_message_made_to_cost_time_is_refused_quickly(message):
    """SAML-10: bombs are refused before they go off."""
    with refused_quickly(), pytest.raises(Refusal):
        open_response(post(message))


class refused_quickly:
    """No more than 50 ms of CPU, give or take a slow machine."""

    def __enter__(self) -> None:
        self.before = time.process_time()

    def __exit__(self, *error: object) -> None:
        assert time.process_time() - self.before < 0.1


@pytest.mark.parametrize("value", ["", "%%%", "AAA", post("not xml"), post("<a"), post("<a>\x00</a>"), post("\ufeff")])
def test_what_is_no_message_is_refused(value):
    """SAML-3: one parser, one parse."""
    with pytest.raises(Refusal):
        open_response(value)


@pytest.mark.parametrize("name", ["samlp:ArtifactResponse", "samlp:AuthnRequest", "saml:Response", "md:Response"])
def test_another_message_with_all_parts_of_a_response_is_refused(name):
    """SAML-3: the root is a response, by its full name."""
    root = good()
    root.tag = names.tag(name)

    with pytest.raises(Refusal, match="Expected samlp:Response"):
        judged(text(root))


def test_an_endless_list_of_prefixes_is_refused():
    """SAML-10: what canonicalization has to look at is bounded."""
    root = good()
    listed = etree.SubElement(first(root, "ds:Transforms")[1], f"{{{names.EXCLUSIVE_C14N}}}InclusiveNamespaces")
    listed.set("PrefixList", " ".join(f"p{number}" for number in range(300)))

    assert failed(examine(open_response(issuing.form_value(root)), expectation())) == "signatures_are_allowed"
