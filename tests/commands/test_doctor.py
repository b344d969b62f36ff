"""doctor and the care of keys: what is wrong is named, and keys rotate without losing anything."""

import json
import subprocess
import sys

import pytest

from keyhouse.commands.keeping import checkup, samples
from keyhouse.domain.connections.models import Connection
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.foundation.audit.sealing import seal
from keyhouse.foundation.mail.models import KeptMail
from keyhouse.foundation.mail.queries import kept
from tests.commands.test_bootstrap import run
from tests.serving import Installation

FIRST, SECOND = "the first key of this test, long enough", "the second key of this test, long enough"


def findings():
    """What the check-up finds, by subject."""
    return {one.subject: one for one in checkup.look()}


def keys(settings, key, old=""):
    settings.KEYHOUSE = settings.KEYHOUSE.model_copy(update={"secret_key": key, "secret_key_old": old})


def keep_mail(text):
    KeptMail.objects.of_nobody().create(
        to="ben@acme.example",
        subject="x",
        message_id=text,
        written_at=clock.now(),
        text=secrets.encrypt("kept mail", text),
    )


@pytest.mark.django_db
def test_a_sound_installation_is_well():
    run()

    assert [one.subject for one in findings().values() if not one.well] == []


@pytest.mark.django_db
def test_a_token_whose_holder_is_gone_is_found():
    acme = int(run()["organization"]["id"])
    Connection.objects.of(acme).filter(kind="scim").delete()

    assert findings()["tokens"].well is False


@pytest.mark.django_db
def test_a_changed_line_of_the_audit_log_is_found():
    acme = int(run()["organization"]["id"])
    seal(acme)
    event = AuditEvent.objects.of(acme).first()
    AuditEvent.objects.of(acme).filter(id=event.id).update(facts={"organization": "Rival Ltd"})

    assert findings()["audit log"].well is False


@pytest.mark.django_db
def test_a_key_that_opens_nothing_is_found(settings):
    keys(settings, FIRST)
    keep_mail("hello")

    keys(settings, SECOND)
    assert findings()["key"].well is False
    keys(settings, SECOND, old=FIRST)
    assert findings()["key"].well is True


@pytest.mark.django_db
def test_after_a_rotation_every_value_is_written_anew_and_the_old_key_can_go(settings):
    """Part of OPS-3: encrypted values are written anew with the new key."""
    keys(settings, FIRST)
    keep_mail("one"), keep_mail("two")

    keys(settings, SECOND, old=FIRST)
    assert samples.renew_when_rotating() == 2
    assert samples.renew_when_rotating() == 0

    keys(settings, SECOND)
    assert {mail.text for mail in kept()} == {"one", "two"}


def test_every_encrypted_column_is_known_to_the_rotation():
    assert samples.columns() <= set(samples.PURPOSES)


def test_it_ends_with_one_and_says_what_to_do_when_something_is_wrong(tmp_path):
    installation = Installation(tmp_path, SMTP_URL="smtp://127.0.0.1:1", SECRET_KEY=FIRST)
    installation.run("migrate")

    done = subprocess.run(
        [sys.executable, "-m", "keyhouse", "doctor", "--json"],
        env=installation.environment(),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    wrong = [one for one in json.loads(done.stdout) if not one["well"]]
    assert done.returncode == 1
    assert [(one["subject"], one["remedy"]) for one in wrong] == [("mail", "Correct KEYHOUSE_SMTP_URL.")]
    assert FIRST not in done.stdout
