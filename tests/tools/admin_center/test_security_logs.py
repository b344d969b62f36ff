"""The screens of Security logs."""

from keyhouse.domain.email_domains import actions
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.audit import sealing
from keyhouse.foundation.audit.models import AuditEvent
from tests.visiting import text_of, visit

LIST = "/admin-center/security-logs/"


def claim(by, cast, name):
    return actions.claim_email_domain(by=by, organization=cast.acme, name=name)


def test_the_log_tells_in_sentences_newest_first(ada, cast):
    claim(ada, cast, "one.example")
    claim(ada, cast, "two.example")

    page = text_of(visit(ada, LIST))

    assert page.index("Ada added the domain two.example.") < page.index("Ada added the domain one.example.")


def test_search_and_event_narrow_it(ada, cast):
    claim(ada, cast, "one.example")
    actions.remove_email_domain(by=ada, domain=claim(ada, cast, "two.example"))

    found = text_of(visit(ada, f"{LIST}?q=one.example"))
    removed = text_of(visit(ada, f"{LIST}?event=email_domain.claim.removed"))

    assert "one.example." in found and "two.example." not in found
    assert "removed the domain two.example" in removed and "added the domain" not in removed


def test_a_line_opens_with_what_happened_together(ada, cast):
    claim(ada, cast, "one.example")
    claim(ada, cast, "two.example")
    first = audit.events(cast.acme.id)[-1]

    page = text_of(visit(ada, f"{LIST}{first.id}/"))

    assert "one.example" in page and first.hash in page
    assert "Ada added the domain two.example." in page.split("Happened together")[1]


def test_another_organizations_line_does_not_exist(ada, mallory, cast):
    """AUTH-1: a line of Acme's log is not there for Mallory."""
    claim(ada, cast, "one.example")

    assert visit(mallory, f"{LIST}{audit.events(cast.acme.id)[0].id}/").status_code == 404


def test_the_last_of_all_days_ends_nothing(ada, cast):
    claim(ada, cast, "one.example")

    page = text_of(visit(ada, f"{LIST}?until=9999-12-31"))

    assert "Ada added the domain one.example." in page


def test_verify_log_finds_a_change(ada, cast):
    claim(ada, cast, "one.example")
    sealing.seal(cast.acme.id)
    whole = visit(ada, f"{LIST}verification/", {})
    AuditEvent.objects.of(cast.acme).update(facts={"domain": "other.example"})

    broken = visit(ada, f"{LIST}verification/", {})

    assert whole.cookies["kh_said"].value != broken.cookies["kh_said"].value
    assert sealing.verify(cast.acme.id) is not None


def test_the_export_is_a_file_and_a_line(ada, cast):
    claim(ada, cast, "one.example")

    lines = text_of(visit(ada, f"{LIST}export/")).splitlines()

    assert "Ada added the domain one.example." in lines[1]
    assert audit.events(cast.acme.id)[0].title == "Log exported"
