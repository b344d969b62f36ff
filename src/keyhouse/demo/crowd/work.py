"""Generated portfolios, the people in them, assets and grants."""

from collections.abc import Iterator, Sequence
from typing import Any

from keyhouse.demo.crowd import names
from keyhouse.demo.crowd.people import Company
from keyhouse.domain.assets.rules.tasks import bits
from keyhouse.domain.assets.rules.types import TYPES
from keyhouse.foundation import clock

KINDS = ("page", "ad_account", "catalog", "pixel")
PEOPLE_IN_ONE = 2500


def portfolios(company: Company, spring: int, people: Sequence[int]) -> None:
    """Put everybody into Spring campaign, or, where they are many, into portfolios of their own beside it."""
    more = len(people) // PEOPLE_IN_ONE
    rows = (
        {
            "organization_id": company.organization,
            "name": f"{names.pick(names.THINGS, number)} {names.FAMILY[number % len(names.FAMILY)]} {number + 1}",
            "made_at": company.begun,
        }
        for number in range(more)
    )
    keys = [spring, *company.keep("portfolios", "Portfolio", rows)]
    company.keep("portfolios", "Membership", _places(company, keys, people))


def _places(company: Company, keys: Sequence[int], people: Sequence[int]) -> Iterator[dict[str, Any]]:
    for number, person in enumerate(people):
        yield {
            "organization_id": company.organization,
            "portfolio_id": keys[number // PEOPLE_IN_ONE % len(keys)],
            "person_id": person,
            "level": "full" if number % PEOPLE_IN_ONE == 1 else "basic",
            "added_at": company.begun,
        }


def assets(company: Company, portfolio: int, count: int) -> list[tuple[int, str]]:
    """Write so many assets; answers their ids and types."""
    rows = (
        {
            "organization_id": company.organization,
            "portfolio_id": portfolio,
            "type": KINDS[number % len(KINDS)],
            "name": names.thing(number),
            "external_id": str(2000 + number),
            "made_at": company.begun,
        }
        for number in range(count)
    )
    keys = company.keep("assets", "Asset", rows)
    return [(key, KINDS[number % len(KINDS)]) for number, key in enumerate(keys)]


def grants(
    company: Company, portfolio: int, sides: tuple[Sequence[int], Sequence[tuple[int, str]]], count: int
) -> None:
    """Pairs of a person and an asset, each pair once, as far as there are pairs."""
    people, things = sides
    pairs = len(people) * len(things)
    company.keep("grants", "TaskGrant", _grants(company, portfolio, sides, min(count, pairs)))


def _grants(
    company: Company, portfolio: int, sides: tuple[Sequence[int], Sequence[tuple[int, str]]], count: int
) -> Iterator[dict[str, Any]]:
    people, things = sides
    pairs, tasks = len(people) * len(things), {kind: bits(TYPES[kind], ["ADVERTISE"]) for kind in KINDS}
    step, now = (names.STEP if pairs % names.STEP else names.STEP + 2), clock.now()
    for number in range(count):
        pair = number * step % pairs
        asset, kind = things[pair // len(people)]
        yield {
            "organization_id": company.organization,
            "portfolio_id": portfolio,
            "subject_id": people[pair % len(people)],
            "object_id": asset,
            "asset_type": kind,
            "tasks": tasks[kind],
            "given_at": now,
        }
