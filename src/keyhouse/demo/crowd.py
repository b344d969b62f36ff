"""Generated people, assets and grants beside the cast, written in bulk: to see how lists look when there are many."""

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import transaction

from keyhouse.demo.cast import Cast
from keyhouse.domain.assets.rules.tasks import bits
from keyhouse.domain.assets.rules.types import TYPES
from keyhouse.foundation import clock

PAGE = 2000
STEP = 7919  # a prime: walks over any smaller list without a pattern that one sees
GIVEN = ("Ari", "Bo", "Cam", "Dee", "Eli", "Fay", "Gus", "Hal", "Ida", "Jo", "Kit", "Lou", "Max", "Nia", "Oda", "Pia")
ENDS = ("", "na", "ro", "la", "mir", "sa", "ton", "ka")
FAMILY = ("Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Juniper", "Larch", "Maple", "Oak", "Pine", "Rowan", "Yew")
PARTS = ("field", "ford", "gate", "hill", "land", "mere", "stone", "wood", "worth", "well")
TITLES = ("Analyst", "Buyer", "Designer", "Editor", "Planner", "Producer", "Strategist", "Writer")
DEPARTMENTS = ("Brand", "Content", "Media", "Performance", "Social")
THINGS = ("Autumn", "Spring", "Summer", "Winter", "Launch", "Outlet", "Classic", "City", "Trail", "Kids")


@transaction.atomic
def generate(cast: Cast, *, people: int, assets: int, grants: int) -> None:
    """Write so many of each for Acme; grants need people and assets to be given on."""
    acme, spring = cast.organizations["Acme"], cast.portfolios["Spring campaign"]
    persons = list(_keep("people", "Person", acme, _people(acme.id, people)))
    _spend(_keep("portfolios", "Membership", acme, _places(acme.id, spring.id, persons)))
    things = list(_keep("assets", "Asset", acme, _assets(acme.id, spring.id, assets)))
    _spend(_keep("grants", "TaskGrant", acme, _grants(acme.id, spring.id, (persons, things), grants)))


def _keep(app: str, name: str, organization: Any, rows: Iterator[dict[str, Any]]) -> Iterator[Any]:
    """Write rows page by page; the tables are the domain's, and only this generator writes them in bulk."""
    model: Any = apps.get_model(app, name)
    while page := [model(**row) for row in itertools.islice(rows, PAGE)]:
        yield from model.objects.of(organization).bulk_create(page)


def _spend(rows: Iterable[Any]) -> None:
    for _ in rows:
        pass


def _people(organization: int, count: int) -> Iterator[dict[str, Any]]:
    now = clock.now()
    for number in range(count):
        given = GIVEN[number % len(GIVEN)] + ENDS[number // len(GIVEN) % len(ENDS)]
        family = FAMILY[number * STEP % len(FAMILY)] + PARTS[number * STEP // len(FAMILY) % len(PARTS)]
        email = f"{given}.{family}.{number + 1}@acme.example".lower()
        yield {
            "organization_id": organization,
            "state": "active",
            "email": email,
            "email_folded": email,
            "given_name": given,
            "family_name": family,
            "display_name": f"{given} {family}",
            "name_folded": f"{given} {family}".casefold(),
            "job_title": TITLES[number * STEP % len(TITLES)],
            "department": DEPARTMENTS[number % len(DEPARTMENTS)],
            "made_at": now,
            "changed_at": now,
            "activated_at": now,
        }


def _places(organization: int, portfolio: int, people: list[Any]) -> Iterator[dict[str, Any]]:
    for person in people:
        yield {
            "organization_id": organization,
            "portfolio_id": portfolio,
            "person_id": person.id,
            "level": "basic",
            "added_at": clock.now(),
        }


def _assets(organization: int, portfolio: int, count: int) -> Iterator[dict[str, Any]]:
    kinds = ("page", "ad_account", "catalog", "pixel")
    for number in range(count):
        kind = kinds[number % len(kinds)]
        yield {
            "organization_id": organization,
            "portfolio_id": portfolio,
            "type": kind,
            "name": f"{THINGS[number * STEP % len(THINGS)]} {FAMILY[number % len(FAMILY)]} {number + 1}",
            "external_id": str(2000 + number),
            "made_at": clock.now(),
        }


def _grants(
    organization: int, portfolio: int, sides: tuple[list[Any], list[Any]], count: int
) -> Iterator[dict[str, Any]]:
    """Pairs of a person and an asset, each pair once, as far as there are pairs."""
    people, assets = sides
    pairs = len(people) * len(assets)
    for number in range(min(count, pairs)):
        pair = number * _coprime(pairs) % pairs
        asset = assets[pair // len(people)]
        yield {
            "organization_id": organization,
            "portfolio_id": portfolio,
            "subject_id": people[pair % len(people)].id,
            "object_id": asset.id,
            "asset_type": asset.type,
            "tasks": bits(TYPES[asset.type], ["ADVERTISE"]),
            "given_at": clock.now(),
        }


def _coprime(number: int) -> int:
    """A step that visits each of so many places once."""
    return STEP if number % STEP else STEP + 2
