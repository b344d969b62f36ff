"""The one parser of SAML: no document type, no entities, no network, a cap on size."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TypeAlias

from lxml import etree

from keyhouse.protocols.saml.errors import (
    HasDocumentType,
    HasMarkupInValue,
    MissingPart,
    NotReadable,
    TooLarge,
    WrongTime,
)
from keyhouse.protocols.saml.names import PREFIXES, tag

Element: TypeAlias = etree._Element

MAX_BYTES = 256 * 1024
MAX_NAMESPACES = 500
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?")


def parser() -> etree.XMLParser:
    """The parser for everything that comes from outside, also handed to the signature library."""
    return etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )


def parse(data: bytes) -> Element:
    """Parse a message once; bytes in UTF-8 come in, the root element goes out.

    SAML Core §1.1, Security Considerations. Raises TooLarge, HasDocumentType, NotReadable.
    """
    _check_bytes(data)

    try:
        root = etree.fromstring(data, parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotReadable(reason="it isn't well-formed XML") from error
    if root.getroottree().docinfo.doctype or next(root.iter(etree.Entity), None) is not None:
        raise HasDocumentType()
    return root


def _check_bytes(data: bytes) -> None:
    """What is refused before the parser sees it: size, other encodings, document types, too many namespaces."""
    if len(data) > MAX_BYTES:
        raise TooLarge(limit=MAX_BYTES)
    if b"\0" in data:
        raise NotReadable(reason="it isn't UTF-8")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise HasDocumentType()
    if data.count(b"xmlns") > MAX_NAMESPACES:
        raise NotReadable(reason="it declares too many namespaces")


def build(name: str, parent: Element | None = None, text: str | None = None, **attributes: str | None) -> Element:
    """Make an element with its usual prefix, inside its parent when there is one; empty attributes are left out."""
    given = {key: value for key, value in attributes.items() if value is not None}
    prefix = name.partition(":")[0]
    if parent is None:
        element = etree.Element(tag(name), given, nsmap={prefix: PREFIXES[prefix]})
    else:
        element = etree.SubElement(parent, tag(name), given, nsmap={prefix: PREFIXES[prefix]})
    element.text = text
    return element


def serialize(element: Element) -> bytes:
    """The bytes of an element that we made."""
    written: bytes = etree.tostring(element, encoding="utf-8")
    return written


def children(element: Element, name: str) -> list[Element]:
    """The direct children of that name."""
    return list(element.findall(tag(name)))


def child(element: Element, name: str) -> Element | None:
    """The one direct child of that name, or none; two are refused."""
    found = children(element, name)
    if len(found) > 1:
        raise MissingPart(part=name, count=len(found))
    return found[0] if found else None


def required(element: Element, name: str) -> Element:
    """The one direct child of that name."""
    found = child(element, name)
    if found is None:
        raise MissingPart(part=name, count=0)
    return found


def text_of(element: Element) -> str:
    """The whole text of a value, which holds no markup of any kind. Raises HasMarkupInValue."""
    if len(element):
        raise HasMarkupInValue(element=local_name(element))
    return (element.text or "").strip()


def text_at(element: Element, name: str) -> str | None:
    """The text of the one child of that name, or none."""
    found = child(element, name)
    return None if found is None else text_of(found)


def local_name(element: Element) -> str:
    """The name of an element without its namespace, for sentences."""
    return str(etree.QName(element).localname)


def markup_inside(element: Element) -> bool:
    """Whether a comment, processing instruction or entity stands anywhere inside."""
    return next(element.iter(etree.Comment, etree.ProcessingInstruction, etree.Entity), None) is not None


def ids(root: Element) -> Iterator[str]:
    """Every value that a signature could refer to: attributes named ID in any spelling and namespace."""
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if etree.QName(name).localname.lower() == "id":
                yield value


def time_of(value: str | None) -> datetime | None:
    """The moment that an xs:dateTime names, in UTC; without a zone it is UTC (SAML Core §1.3.3). Raises WrongTime."""
    if value is None:
        return None
    if not _TIME.fullmatch(value):
        raise WrongTime(value=value[:40])
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise WrongTime(value=value[:40]) from error
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def write_time(moment: datetime) -> str:
    """A moment as SAML writes it: UTC, whole seconds, Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
