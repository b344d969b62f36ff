"""The rules of single sign-on that can be broken; the person sees one sentence, the log names the rule."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotAllowed


class SingleSignOnIsOff(NotAllowed):
    """Nobody is sent to a connection that isn't on."""

    code = "single_sign_on_off"
    message = _("Single sign-on through {connection} is off.")


class AnswerRefused(Invalid):
    """A check of the identity provider's answer failed."""

    code = "answer_refused"
    message = _("The answer of {connection} was refused: {reason}")


class Replayed(Conflict):
    """An answer is taken once."""

    code = "replayed"
    message = _("This answer of {connection} was already used.")


class AnotherBrowser(NotAllowed):
    """A sign-in is finished in the browser that began it, and within two minutes."""

    code = "another_browser"
    message = _("This sign-in was begun in another browser, or took too long.")


class NoSuchSubject(NotAllowed):
    """Nobody in the organization is called so."""

    code = "no_account_at_sign_on"
    message = _("{organization} has no account for {name} that may sign in through {connection}.")


class NameDoesNotFit(NotAllowed):
    """The name leads to nobody, or to another person than before."""

    code = "nameid_email_mismatch"
    message = _("{name} is neither the address of one account nor its stored name at {connection}.")


class DomainNotAssigned(NotAllowed):
    """An account is found by its address only where its domain is verified and assigned to the connection."""

    code = "domain_not_assigned"
    message = _("The domain of {name} isn't assigned to {connection}.")
