"""The frame of Admin Center: the menu shows what may be opened, and banners tell what concerns everybody."""

import dataclasses

from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation.permissions import Permission
from tests.visiting import text_of, visit

LOGS = "/admin-center/security-logs/"


def navigation(page):
    return page.split("<nav", 1)[1].split("</nav>", 1)[0]


def test_the_menu_shows_what_she_may_open_and_marks_where_she_is(ada, cast):
    reader = dataclasses.replace(ada, permissions=frozenset({Permission.LOGS_VIEW}))

    hers, readers = (navigation(text_of(visit(who, LOGS))) for who in (ada, reader))

    assert "Directory" in hers and "Admin roles" in hers and "Single sign-on" in hers
    assert "Directory" not in readers and "Admin roles" not in readers
    assert hers.count('aria-current="page"') == readers.count('aria-current="page"') == 1


def test_a_domain_whose_proof_is_missing_is_told_on_every_page(ada, cast):
    quiet = text_of(visit(ada, LOGS))
    EmailDomain.objects.of(cast.acme).filter(name="acme.example").update(state="warning")
    EmailDomain.objects.of(cast.acme).filter(name="acme-labs.example").update(state="lapsed")

    told = text_of(visit(ada, LOGS))

    assert "proof of" not in quiet and "lapsed" not in quiet.split("<main")[1].split("<select")[0]
    assert "The proof of acme.example is missing" in told and "acme-labs.example lapsed" in told


def test_whoever_may_not_see_domains_reads_nothing_about_them(ada, cast):
    EmailDomain.objects.of(cast.acme).filter(name="acme.example").update(state="lapsed")
    reader = dataclasses.replace(ada, permissions=frozenset({Permission.LOGS_VIEW}))

    assert "acme.example lapsed" not in text_of(visit(reader, LOGS))
