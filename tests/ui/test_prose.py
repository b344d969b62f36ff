"""Written pages: Markdown becomes markup of ours, and nothing in it is ever run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keyhouse.ui import prose


def drawn(text: str) -> str:
    return prose.read(f"# Title\n\n{text}", lambda target: f"/help/{target}").markup


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("**a** and *b* `<c>`", "<p><strong>a</strong> and <em>b</em> <code>&lt;c&gt;</code></p>"),
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("## A heading", '<h2 id="a-heading">A heading</h2>'),
        ("[there](x.md)", '<p><a href="/help/x.md">there</a></p>'),
        ("[out](https://example.com)", '<p><a href="https://example.com" rel="noopener noreferrer">out</a></p>'),
        ("    <code>", '<pre tabindex="0"><code>&lt;code&gt;\n</code></pre>'),
    ],
    ids=["inline", "list", "heading", "link", "outside", "code"],
)
def test_each_form_has_its_markup(text, markup):
    assert drawn(text) == markup


def test_a_table_tells_each_cell_its_heading():
    found = drawn("| a | b |\n|---|---|\n| 1 | `2` |")

    assert '<td data-label="b"><span><code>2</code></span></td>' in found


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <b onclick=x>b</b>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,x)",
        "![x](https://example.com/x.png)",
        "`</code><script>`",
        "## <img src=x onerror=y>",
        "| <i> |\n|---|\n| <s> |",
    ],
    ids=["script", "handler", "javascript", "data", "image", "code", "heading", "table"],
)
def test_markup_in_a_text_stays_text(text):
    """WEB-3: no tag, handler or scheme of a page survives."""
    found = drawn(text)

    assert not any(bad in found for bad in ("<script", "<b ", "<img", "<i>", "<s>", 'href="javascript', 'href="data'))


@given(st.text(alphabet="<>&\"'#*_`[]()!|-\n ab", max_size=60))
def test_no_text_breaks_the_page(text):
    found = prose.read(text, lambda target: None)

    assert "<script" not in found.markup
    assert found.markup.count("<") == found.markup.count(">")


def test_a_link_that_leads_nowhere_is_only_its_words():
    assert prose.read("# T\n\n[gone](../x.md)", lambda target: None).markup == "<p>gone</p>"


def test_a_note_to_writers_is_not_shown():
    assert drawn("<!-- Written by a script. -->\n\nText.") == "<p>Text.</p>"


def test_a_picture_of_ours_is_shown_with_its_words():
    found = prose.read("# A\n\n![The list](pictures/list.webp)", lambda target: f"/help/{target}")

    assert '<img src="/help/pictures/list.webp" alt="The list" loading="lazy">' in found.markup


def test_a_picture_that_is_not_there_is_said_in_words():
    found = prose.read("# A\n\n![The list](pictures/list.webp)", lambda target: None)

    assert "<img" not in found.markup and "The list" in found.markup
