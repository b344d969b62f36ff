"""What no file may do: run what was stored or sent, swallow errors, trust markup, or open a door sideways."""

from __future__ import annotations

import ast
import re

from tests.architecture.tree import ROOT, SOURCE, Source, calls, listed, repository_files, sources

RUNS_TEXT = {"eval", "exec", "compile", "__import__", "pickle.loads", "pickle.load", "marshal.loads", "yaml.load"}
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style\b|\sstyle=[\"']|\son[a-z]+=[\"']|javascript:", re.IGNORECASE)
TRUSTED = re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off|\|\s*safeseq\b")
ELSEWHERE = re.compile(r"(?:src|href|action)=[\"'](?:https?:)?//", re.IGNORECASE)


def test_nothing_that_was_stored_or_sent_is_ever_run():
    """OPS-1: no eval, exec, pickle or the like in the product."""
    faults = [f"{file.name}: {name}" for file in sources("src") for name in calls(file.tree) if name in RUNS_TEXT]

    assert not faults, listed(faults)


def test_no_check_is_an_assert():
    """SAML-11: `python -O` removes every assert, so none guards anything outside the tests."""
    faults = [
        f"{file.name}: line {node.lineno}"
        for file in sources("src")
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Assert)
    ]

    assert not faults, listed(faults)


def test_no_error_is_swallowed_whole_but_by_the_worker_that_keeps_it():
    workers = (SOURCE / "foundation/jobs", SOURCE / "foundation/long_work")

    faults = [
        f"{file.name}: line {node.lineno}"
        for file in sources("src")
        for node in ast.walk(file.tree)
        if swallows(node) and not any(file.path.is_relative_to(worker) for worker in workers)
    ]

    assert not faults, listed(faults)


def test_no_markup_is_trusted_in_code_or_template():
    code = [file.name for file in sources("src") if uses(file, {"mark_safe", "SafeString", "safestring"})]
    pages = [str(path.relative_to(ROOT)) for path in templates() if TRUSTED.search(path.read_text())]

    assert not code + pages, listed(code + pages)


def test_no_template_holds_inline_script_or_style_or_fetches_from_elsewhere():
    faults = [
        f"{path.relative_to(ROOT)}: {found.group(0)}"
        for path in templates()
        for found in [*INLINE.finditer(path.read_text()), *ELSEWHERE.finditer(path.read_text())]
    ]

    assert not faults, listed(faults)


def test_only_a_door_for_machines_goes_without_the_forgery_token():
    doors = SOURCE / "endpoints"

    faults = [
        file.name for file in sources("src") if uses(file, {"csrf_exempt"}) and not file.path.is_relative_to(doors)
    ]

    assert not faults, listed(faults)


def test_there_is_one_client_for_calls_to_the_outside():
    """What can connect is imported by the guarded client, and by the demo and the commands on loopback."""
    network = {"httpx", "requests", "urllib.request", "http.client", "aiohttp", "ftplib"}
    allowed = (SOURCE / "foundation/outbound", SOURCE / "foundation/outbound.py", SOURCE / "demo", SOURCE / "commands")

    faults = [
        f"{file.name}: {name}"
        for file in sources("src")
        for name in imported(file) & network
        if not any(file.path.is_relative_to(place) for place in allowed)
    ]

    assert not faults, listed(faults)


def test_xml_is_parsed_in_one_place():
    """SAML-3: one parser, in protocols; no file elsewhere reads XML."""
    parsers = {"lxml", "lxml.etree", "xml.etree", "xml.etree.ElementTree", "xml.dom", "xml.sax", "defusedxml"}
    allowed = (SOURCE / "protocols/saml", SOURCE / "demo")

    faults = [
        f"{file.name}: {name}"
        for file in sources("src")
        for name in imported(file) & parsers
        if not any(file.path.is_relative_to(place) for place in allowed)
    ]
    parsing = {
        file.name
        for file in sources("src/keyhouse/protocols/saml")
        if {"fromstring", "XMLParser", "parse"} & attributes(file)
    }

    assert not faults, listed(faults)
    assert len(parsing) <= 1, listed(sorted(parsing))


def templates() -> list:
    """The templates of pages; mails are text."""
    return [path for path in repository_files() if path.is_relative_to(SOURCE) and path.suffix == ".html"]


def swallows(node: ast.AST) -> bool:
    if not isinstance(node, ast.ExceptHandler):
        return False
    named = ast.unparse(node.type) if node.type else "BaseException"
    broad = {"Exception", "BaseException"} & set(re.findall(r"\w+", named))
    return bool(broad) and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node))


def uses(file: Source, names: set[str]) -> bool:
    """Whether any of the names occurs as a name, an attribute or an import."""
    found = {node.id for node in ast.walk(file.tree) if isinstance(node, ast.Name)} | attributes(file)
    found |= {
        alias.name
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    return bool(found & names)


def attributes(file: Source) -> set[str]:
    return {node.attr for node in ast.walk(file.tree) if isinstance(node, ast.Attribute)}


def imported(file: Source) -> set[str]:
    """The modules that a file imports, each with the packages above it."""
    names = set()
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names | {name.split(".")[0] for name in names}
