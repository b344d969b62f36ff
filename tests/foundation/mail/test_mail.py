"""Mail: a text template, one hand-over for one delivery, and no secret in plain where mail is kept."""

import datetime as dt
import socket

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.db import connection

from keyhouse.foundation import clock, mail
from keyhouse.foundation.mail import letters, queries, sending
from keyhouse.foundation.mail.jobs import forget_kept_mail
from keyhouse.foundation.mail.models import KeptMail

LETTER = '{% translate "Welcome" %} {{ name }}\n\nHello {{ name }},\nopen {{ link }}\n'


class Box:
    """A mail server that keeps what it is given."""

    def __init__(self):
        self.messages = []

    async def handle_DATA(self, server, session, envelope):
        self.messages.append(envelope)
        return "250 kept"


@pytest.fixture(autouse=True)
def _template(tmp_path, monkeypatch):
    from django.template import Engine

    (tmp_path / "mail/people").mkdir(parents=True)
    (tmp_path / "mail/people/welcome.txt").write_text(LETTER)
    engine = Engine(dirs=[str(tmp_path)], autoescape=False, builtins=["django.templatetags.i18n"])
    monkeypatch.setattr(letters, "_engine", lambda: engine)
    letters._parts.cache_clear()
    yield
    letters._parts.cache_clear()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def send(**changes):
    given = {
        "to": "ben@acme.example",
        "template": "people/welcome",
        "organization_id": 1,
        "message_id": 77,
        "context": {"name": "Ben <b>", "link": "http://127.0.0.1:8000/activate/hidden"},
    }
    mail.send(**{**given, **changes})


def test_the_first_line_of_a_template_is_the_subject_and_nothing_is_escaped():
    letter = letters.write("people/welcome", {"name": "Ben & Co", "link": "L"})

    assert letter.subject == "Welcome Ben & Co"
    assert letter.text == "Hello Ben & Co,\nopen L\n"


def test_a_name_cannot_add_a_header():
    letter = letters.write("people/welcome", {"name": "Ben\r\nBcc: mallory@rival.example", "link": "L"})

    assert letter.subject == "Welcome Ben Bcc: mallory@rival.example"


@pytest.mark.django_db
def test_without_a_mail_server_a_mail_is_kept_once_for_each_delivery():
    send()
    send()
    send(message_id=78)

    assert [kept.to for kept in queries.kept()] == ["ben@acme.example"] * 2
    assert "open http://127.0.0.1:8000/activate/hidden" in queries.kept()[0].text
    assert queries.kept(to="ada@acme.example") == []


@pytest.mark.django_db
def test_kept_mail_holds_no_link_in_plain():
    """Part of INV-4: the secret of a link stands in no table in plain."""
    send()

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {KeptMail._meta.db_table}")
        assert "hidden" not in repr(cursor.fetchall())


def test_with_a_mail_server_it_is_handed_over_with_the_id_of_its_delivery(settings):
    box = Box()
    port = free_port()
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    settings.KEYHOUSE = settings.KEYHOUSE.model_copy(update={"smtp_url": f"smtp://127.0.0.1:{port}"})
    try:
        send()
        send()
    finally:
        server.stop()

    texts = [message.content.decode() for message in box.messages]
    assert all("Message-ID: <people.welcome.77@127.0.0.1>" in text for text in texts)
    assert box.messages[0].rcpt_tos == ["ben@acme.example"]
    assert "Subject: Welcome Ben <b>" in texts[0]


@pytest.mark.parametrize("url", ["http://mail.acme.example", "mail.acme.example", "smtp://"])
def test_a_wrong_address_of_the_mail_server_is_refused_with_the_right_form(settings, url):
    settings.KEYHOUSE = settings.KEYHOUSE.model_copy(update={"smtp_url": url})

    with pytest.raises(ValueError, match="KEYHOUSE_SMTP_URL must look like"):
        sending.server()


@pytest.mark.django_db
def test_kept_mail_is_forgotten_after_thirty_days():
    send()
    with time_machine.travel(clock.now() + dt.timedelta(days=20)):
        send(message_id=78)

    with time_machine.travel(clock.now() + dt.timedelta(days=31)):
        forget_kept_mail(organization_id=None)

    assert len(queries.kept()) == 1
