"""Pages of a search: a token that only we can make, for this question of this organization, and for a day."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core import signing

from keyhouse.domain.grants.hot_decisions import Asker, Question
from keyhouse.endpoints.decisions.forms import Unreadable

SALT = "keyhouse.decisions.page"
GOOD_FOR = dt.timedelta(days=1)
USUAL, MOST = 100, 1000


@dataclass(frozen=True, kw_only=True)
class Page:
    """Where a page begins and how long it is."""

    after: int
    most: int


def token(kind: str, asker: Asker, question: Question, last: int) -> str:
    """The token of the page behind this id."""
    return signing.dumps(last, salt=_salt(kind, asker, question))


def read(data: dict[str, Any], kind: str, asker: Asker, question: Question) -> Page:
    """The page that is asked for: the first of 100, unless a token or a limit say otherwise. Raises Unreadable."""
    page = data.get("page", {})
    if not isinstance(page, dict):
        raise Unreadable("page is a JSON object.")
    limit, given = page.get("limit", USUAL), page.get("token") or page.get("next_token") or ""
    if type(limit) is not int or not 1 <= limit <= MOST:
        raise Unreadable(f"page.limit is a number from 1 to {MOST}.")
    return Page(after=_after(given, _salt(kind, asker, question)) if given else 0, most=limit)


def _after(given: Any, salt: str) -> int:
    wrong = Unreadable("page.token isn't good for this question, or older than a day: ask for the first page again.")
    if not isinstance(given, str):
        raise wrong
    try:
        found = signing.loads(given, salt=salt, max_age=GOOD_FOR)
    except signing.BadSignature:
        raise wrong from None
    return found if isinstance(found, int) else 0


def _salt(kind: str, asker: Asker, question: Question) -> str:
    """Everything that a token is good for."""
    parts = (
        kind,
        asker.organization,
        question.subject_type,
        question.subject,
        question.task,
        question.asset_type,
        question.asset,
    )
    return SALT + "".join(f":{len(str(part))}:{part}" for part in parts)
