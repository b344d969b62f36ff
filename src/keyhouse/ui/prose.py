"""Written pages as markup: Markdown is read into a tree, and each node is drawn with its text escaped."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
TAGS = {
    "paragraph": "p", "strong": "strong", "em": "em", "bullet_list": "ul", "ordered_list": "ol", "list_item": "li",
    "blockquote": "blockquote", "thead": "thead", "tbody": "tbody", "tr": "tr",
}  # fmt: skip
PLAIN = {"root", "inline"}
SPACE = {"softbreak": " ", "hardbreak": "\n"}
OUTSIDE = ("https://", "http://", "mailto:")
NOTE = re.compile(r"^<!--.*-->$", re.MULTILINE)  # for those who write pages, not for those who read them
Address = Callable[[str], str | None]


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading of the second level, for the list at the side."""

    text: str
    anchor: str


@dataclass(frozen=True, kw_only=True)
class Prose:
    """A page that was read: its title, its markup below the title, its headings, and its words."""

    title: str
    markup: str
    words: str
    headings: list[Heading] = field(default_factory=list)


def read(text: str, address: Address) -> Prose:
    """Read a page of Markdown whose first line is its title.

    `address` turns the target of a link into an address of ours, or None where there is none: the words stay.
    """
    nodes = list(SyntaxTreeNode(PARSER.parse(NOTE.sub("", text))).children)
    title = _words(nodes.pop(0)) if nodes and nodes[0].type == "heading" else ""
    headings = [Heading(text=_words(one), anchor=slugify(_words(one))) for one in nodes if one.tag == "h2"]
    markup = format_html_join("", "{}", ((_drawn(one, address),) for one in nodes))
    return Prose(title=title, markup=markup, words=" ".join(map(_words, nodes)), headings=headings)


def _drawn(node: SyntaxTreeNode, address: Address) -> str:
    """The markup of one node."""
    kind = node.type
    if kind in ("text", *SPACE):
        return SPACE.get(kind, node.content)
    if kind == "code_inline":
        return format_html("<code>{}</code>", node.content)
    if kind in ("fence", "code_block"):
        return format_html('<pre tabindex="0"><code>{}</code></pre>', node.content)
    special = {"heading": _heading, "link": _link, "table": _table, "image": _image, "hr": _rule}.get(kind)
    if special is not None:
        return special(node, address)
    inner = _inside(node.children, address)
    if kind in PLAIN or kind not in TAGS or getattr(node, "hidden", False):
        return inner
    return format_html("<{tag}>{inner}</{tag}>", tag=TAGS[kind], inner=inner)


def _inside(nodes: Iterable[SyntaxTreeNode], address: Address) -> str:
    return format_html_join("", "{}", ((_drawn(one, address),) for one in nodes))


def _heading(node: SyntaxTreeNode, address: Address) -> str:
    inner = _inside(node.children, address)
    return format_html('<{tag} id="{}">{}</{tag}>', slugify(_words(node)), inner, tag=node.tag)


def _link(node: SyntaxTreeNode, address: Address) -> str:
    target, inner = str(node.attrs.get("href", "")), _inside(node.children, address)
    if target.startswith(OUTSIDE):
        return format_html('<a href="{}" rel="noopener noreferrer">{}</a>', target, inner)
    ours = address(target)
    return inner if ours is None else format_html('<a href="{}">{}</a>', ours, inner)


def _image(node: SyntaxTreeNode, address: Address) -> str:
    """A picture of ours with what it shows in words; where there is none, the words stay."""
    target, words = str(node.attrs.get("src", "")), _words(node)
    ours = None if target.startswith(OUTSIDE) else address(target)
    return words if ours is None else format_html('<img src="{}" alt="{}" loading="lazy">', ours, words)


def _rule(node: SyntaxTreeNode, address: Address) -> str:
    return format_html("<{}>", "hr")


def _table(node: SyntaxTreeNode, address: Address) -> str:
    """A table whose cells know their heading, so that narrow screens can stack them."""
    head, *bodies = node.children
    labels = [_words(cell) for cell in head.children[0].children]
    top = format_html_join(
        "", '<th scope="col">{}</th>', ((_inside(cell.children, address),) for cell in head.children[0].children)
    )
    rows = [row for body in bodies for row in body.children]
    below = format_html_join("", "<tr>{}</tr>", ((_row(row, labels, address),) for row in rows))
    inner = format_html("<thead><tr>{}</tr></thead><tbody>{}</tbody>", top, below)
    return format_html('<div class="table-wrap"><table class="table is-dense">{}</table></div>', inner)


def _row(row: SyntaxTreeNode, labels: list[str], address: Address) -> str:
    return format_html_join(
        "", '<td data-label="{}"><span>{}</span></td>',
        ((label, _inside(cell.children, address)) for label, cell in zip(labels, row.children, strict=False)),
    )  # fmt: skip


def _words(node: SyntaxTreeNode) -> str:
    """The text of a node and all below it."""
    if node.type in SPACE or not node.children:
        return SPACE.get(node.type, node.content)
    joint = "" if node.type in ("inline", "strong", "em", "link", "heading", "paragraph") else " "
    return joint.join(_words(one) for one in node.children)
