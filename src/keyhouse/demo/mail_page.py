"""The page that shows the mail which is kept because no mail server is set."""

from keyhouse.demo.loopback import Asked, Page, Site, draw
from keyhouse.foundation.mail import queries


def site(keyhouse_url: str) -> Site:
    """The mail page as a web site of its own, beside the Keyhouse whose mail it shows."""

    def mail(asked: Asked) -> Page:
        to = asked.query.get("to", "")
        return Page(body=draw("mail", mails=queries.kept(to=to), to=to, keyhouse_url=keyhouse_url))

    return Site(pages=[("GET", "/", mail)])
