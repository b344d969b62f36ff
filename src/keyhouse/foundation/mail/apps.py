"""The mail, as an application of Django."""

from django.apps import AppConfig


class Mail(AppConfig):
    """The table of mail that is kept where no mail server is set."""

    name = "keyhouse.foundation.mail"
    label = "mail"
