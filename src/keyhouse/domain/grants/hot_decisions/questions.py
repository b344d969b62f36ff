"""What a decision is asked with and answered by, and the sentences behind its codes."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from keyhouse.domain.assets import rules as assets
from keyhouse.foundation import ids

PERSON, SYSTEM_USER = "person", "system_user"
SUBJECTS = {PERSON: ids.Kind.PERSON, SYSTEM_USER: ids.Kind.SYSTEM_USER}
MASKS = {
    (kind.code, name): assets.tasks.giving(kind, name)
    for kind in assets.types.TYPES.values()
    for name in (*(one.name for one in kind.tasks), *kind.aliases)
}
LEADS = {(kind, name) for kind, name in MASKS if name.removeprefix("PROFILE_PLUS_") == "MANAGE_LEADS"}
NOT_FOUND = "not_found"

ALLOWED: dict[str, Promise] = {
    "full_control": _("Full control of the portfolio that owns the asset."),
    "direct": _("A grant on the asset."),
    "group": _("A grant on the asset, given to a group."),
    "asset_group": _("A grant on an asset group that holds the asset."),
    "group_and_asset_group": _("A grant on an asset group that holds the asset, given to a group."),
    "partner_full_control": _("Full control of a partner portfolio that the asset is shared with."),
    "partner_direct": _("A grant in a partner portfolio that the asset is shared with."),
    "partner_group": _("A grant to a group in a partner portfolio that the asset is shared with."),
    "partner_asset_group": _("A grant on an asset group of a partner portfolio that the asset is shared with."),
    "partner_group_and_asset_group": _("A grant on an asset group of a partner portfolio, given to a group."),
}
REFUSED: dict[str, Promise] = {
    NOT_FOUND: _("There is no such subject or asset that you can see."),
    "unknown_task": _("This type of asset has no such task."),
    "person_not_usable": _("The account isn't active, or its organization isn't."),
    "system_user_not_usable": _("The system user isn't active."),
    "not_started": _("The start date of the account isn't reached yet."),
    "no_product_access": _("The person's organization gives her no access to Business Manager."),
    "leads_access_missing": _("Leads access is restricted on this page, and the subject isn't on its list."),
    "not_in_portfolio": _("The person is in no portfolio that has this asset."),
    "place_ended": _("The person's place in the portfolio has ended or is paused."),
    "second_factor_missing": _("The portfolio asks for a second factor, and the person hasn't set one up."),
    "task_not_given": _("Nothing gives the subject this task on the asset."),
}
TEXTS = ALLOWED | REFUSED


@dataclass(frozen=True, kw_only=True)
class Question:
    """May this subject do this task with this asset? Types and tasks are wire names, ids are ours."""

    subject_type: str
    subject: int
    task: str
    asset_type: str
    asset: int

    def values(self) -> dict[str, Any]:
        """The values that a statement binds, in the order in which many are sent."""
        return {
            "subject": self.subject,
            "asset": self.asset,
            "type": self.asset_type,
            "mask": mask(self.asset_type, self.task),
            "leads": reads_leads(self.asset_type, self.task),
        }


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Whether she may, with the code of the path or of what is missing, and the ids that the path goes through."""

    allowed: bool
    code: str
    path: tuple[tuple[str, int], ...] = ()

    @property
    def text(self) -> Promise:
        """The sentence behind the code."""
        return TEXTS[self.code]


@dataclass(frozen=True, kw_only=True)
class Asker:
    """In whose name a question is asked, and for which moment: she sees her organization's things alone."""

    organization: int
    at: dt.datetime


def why_nonsense(question: Question) -> Answer | None:
    """The refusal of a question that no row could answer: a wrong type, an id of another kind, an unknown task."""
    kind = SUBJECTS.get(question.subject_type)
    if kind is None or ids.kind_of(question.subject) != kind or question.asset_type not in assets.types.TYPES:
        return Answer(allowed=False, code=NOT_FOUND)
    return None if mask(question.asset_type, question.task) else Answer(allowed=False, code="unknown_task")


def mask(asset_type: str, task: str) -> int:
    """The bits of this type of which any one gives this task; 0 when type or task are unknown."""
    return MASKS.get((asset_type, task), 0)


def reads_leads(asset_type: str, task: str) -> bool:
    """Whether a task reads leads, so that the list of leads access has a say."""
    return (asset_type, task) in LEADS


def answer(found: str | None) -> Answer:
    """The answer in a path of the statement: code and ids of the grant, then behind two bars those of the portfolio."""
    if found is None:
        return Answer(allowed=False, code=NOT_FOUND)
    given, _bar, place = found.partition("||")
    if not place:
        return Answer(allowed=False, code=given)
    code, *steps = given.split("|")
    portfolio, *share = place.split("|")
    named = zip(STEPS[code], steps, strict=True)
    path = [*named, ("portfolio", portfolio), *(("partner_share", one) for one in share)]
    return Answer(
        allowed=True, code=f"partner_{code}" if share else code, path=tuple((kind, int(one)) for kind, one in path)
    )


STEPS: dict[str, tuple[str, ...]] = {
    "full_control": (),
    "direct": ("grant",),
    "group": ("grant", "group"),
    "asset_group": ("grant", "asset_group"),
    "group_and_asset_group": ("grant", "group", "asset_group"),
}
