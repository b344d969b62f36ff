"""The rules of the security log that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotFound


class NoSuchStream(NotFound):
    """There is no such stream, for the one who asks."""

    code = "no_such_stream"
    message = _("This stream doesn't exist, or you can't see it.")


class StreamNameTaken(Conflict):
    """Another stream has the name."""

    code = "stream_name_taken"
    message = _("There is already a stream named {name}.")


class TooManyStreams(Invalid):
    """The organization has as many streams as it may have."""

    code = "too_many_streams"
    message = _("There are {most} streams already. Remove one first.")


class WrongAddress(Invalid):
    """The place of a stream isn't written as one."""

    code = "wrong_stream_address"
    message = _("{address} can't be streamed to: {reason}")


class WrongCertificate(Invalid):
    """What was given isn't a certificate in PEM."""

    code = "wrong_certificate"
    message = _("This isn't a certificate in PEM form: {certificate}")


class HasNoSecret(Invalid):
    """Only webhooks are signed."""

    code = "stream_has_no_secret"
    message = _("{name} has no secret: only webhooks are signed.")


class UnderLegalHold(Conflict):
    """Nothing of the log is removed while the organization is under legal hold."""

    code = "log_under_legal_hold"
    message = _("{organization} is under legal hold: no line of the log is removed.")
