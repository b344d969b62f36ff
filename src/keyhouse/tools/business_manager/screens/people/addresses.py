"""The first step of Invite people: the addresses, each of them checked before anything goes on."""

import re
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from keyhouse import ui
from keyhouse.domain.lifecycle import queries
from keyhouse.domain.lifecycle.rules import Checked, Failed
from keyhouse.domain.people.rules import PersonKind
from keyhouse.domain.portfolios.queries import Portfolio
from keyhouse.foundation.permissions import Actor

KINDS = {PersonKind.WORK: gettext_lazy("Work account"), PersonKind.PERSONAL: gettext_lazy("Personal login")}
BETWEEN = re.compile(r"[\s,;]+")


class Addresses(ui.Form):
    """Whom to invite; `checked` holds the addresses whose problems were shown already."""

    emails = ui.TextAreaField(
        label=gettext_lazy("Email addresses"),
        rows=3,
        max_length=20_000,
        help_text=gettext_lazy("Several, separated by commas, spaces or lines. A list can be pasted."),
    )
    kind = ui.EnumField(label=gettext_lazy("Login"), of=PersonKind, labels=KINDS, initial=PersonKind.WORK)  # fmt: skip
    hold = ui.BooleanField(
        label=gettext_lazy("Add when the domain is verified"),
        help_text=gettext_lazy("Such addresses are kept for 30 days and invited by themselves after the verification."),
    )
    checked = ui.TextField(label=gettext_lazy("Checked"), required=False, max_length=20_000)

    def __init__(self, data: Any = None, *, by: Actor, portfolio: Portfolio, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.by, self.portfolio = by, portfolio
        if not portfolio.personal_logins_allowed:
            del self.fields["kind"]

    def clean_emails(self) -> list[str]:
        """The addresses one by one."""
        return [one for one in BETWEEN.split(self.cleaned_data["emails"]) if one]

    def clean(self) -> dict[str, Any]:
        """Go on when an address is good and what is wrong with the others has been seen."""
        given = super().clean() or {}
        given["kind"] = PersonKind(given.get("kind") or PersonKind.WORK)
        if "emails" not in given:
            return given
        if not self.ready and not (given.get("hold") and self.can_be_held):
            raise ValidationError(_("None of these addresses can be added. The reasons stand below."), code="nobody")
        if self.failed and given.get("checked") != self.fingerprint:
            raise ValidationError(_("Some people couldn't be added"), code="some")
        return given

    @cached_property
    def result(self) -> Checked:
        """What the check of the addresses found."""
        emails = self.cleaned_data.get("emails", []) if self.is_bound and hasattr(self, "cleaned_data") else []
        kind = PersonKind(self.data.get("kind") or PersonKind.WORK) if self._names_kind() else PersonKind.WORK
        return queries.check_addresses(self.by, self.portfolio, emails, kind)

    def _names_kind(self) -> bool:
        return "kind" in self.fields and self.data.get("kind") in set(PersonKind)

    @property
    def ready(self) -> list[Any]:
        """Those who can be added."""
        return self.result.ready

    @property
    def failed(self) -> list[Failed]:
        """Those who can't, with the reason."""
        return self.result.failed

    @property
    def can_be_held(self) -> list[Failed]:
        """Those who can be kept until their domain is verified."""
        return [one for one in self.failed if one.reason.can_be_held]

    @property
    def fingerprint(self) -> str:
        """What tells this list of failing addresses from another."""
        return " ".join(one.typed for one in self.failed)

    @property
    def next_words(self) -> str:
        """What the button says: how many go on, and how many are left."""
        good, left = len(self.ready), len(self.failed)
        if not left:
            return _("Next")
        if not good:
            return ngettext("Keep %d for later", "Keep %d for later", left) % left
        add = ngettext("Add %d person", "Add %d people", good) % good
        return _("%(add)s, keep %(left)d for later") % {"add": add, "left": left}
