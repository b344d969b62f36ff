"""The products that are built in, and the reasons for which somebody may use a product."""

import datetime as dt
import enum
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from keyhouse.domain.products.models import BUSINESS_MANAGER, MIGRATION_CENTER, Source
from keyhouse.foundation.permissions import Facts

BUILT_IN = {BUSINESS_MANAGER: _("Business Manager"), MIGRATION_CENTER: _("Migration Center")}


class Why(enum.StrEnum):
    """Why somebody may use a product."""

    DEFAULT = "default"
    PERSON = "person"
    GROUP = "group"


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One reason for which a person may use a product: by herself or through a group, from where, since and until."""

    why: Why
    source: str = Source.DIRECT
    source_id: int = 0
    group_id: int | None = None
    group: str = ""
    given_by_id: int | None = None
    since: dt.datetime | None = None
    until: dt.datetime | None = None


def facts_of_access(organization_id: int, subject_id: int) -> Facts:
    """What a step that gives or takes access for one person or group is decided on."""
    return Facts(organization_id=organization_id, person_id=subject_id)


def from_words(named: str) -> str:
    """How a sentence of the log says through which preset or relationship somebody has access."""
    return " " + gettext("through {named}").format(named=named) if named else ""
