"""The mail page: what was written to whom, with links that work, on loopback alone."""

import io

import pytest

from keyhouse.demo import desk
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.mail.models import KeptMail
from keyhouse.foundation.mail.sending import PURPOSE

pytestmark = pytest.mark.django_db


def get(path="/", query="", host="127.0.0.1:8002"):
    """Ask the page as a browser does."""
    answer = {}
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": host,
        "wsgi.input": io.BytesIO(),
    }

    def start(status, headers):
        answer.update(status=status, headers=dict(headers))

    answer["text"] = b"".join(desk.site("http://127.0.0.1:8000")(environ, start)).decode()
    return answer


@pytest.fixture(autouse=True)
def _mails():
    for number, to in enumerate(("ben@acme.example", "ada@acme.example")):
        KeptMail.objects.of_nobody().create(
            to=to,
            subject=f"Welcome {number} <b>",
            text=secrets.encrypt(PURPOSE, "Open http://127.0.0.1:8000/activate/abc"),
            message_id=str(number),
            written_at=clock.now(),
        )


def test_every_mail_is_shown_with_links_that_can_be_opened():
    text = get()["text"]

    assert "ben@acme.example" in text
    assert '<a href="http://127.0.0.1:8000/activate/abc"' in text
    assert "Welcome 0 &lt;b&gt;" in text


def test_the_mail_of_one_address_can_be_shown_alone():
    text = get(query="to=ada%40acme.example")["text"]

    assert "Welcome 1" in text
    assert "Welcome 0" not in text


def test_it_answers_to_loopback_names_alone():
    assert get(host="rival.example:8002")["status"].startswith("421")


def test_its_style_is_its_own_and_nothing_else_of_the_machine_is_served():
    assert get("/static/demo.css")["status"].startswith("200")
    assert get("/static/ui/ui.css")["status"].startswith("200")
    assert get("/static/../cast.py")["status"].startswith("404")
    assert "default-src 'none'" in get()["headers"]["Content-Security-Policy"]
