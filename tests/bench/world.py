"""Fills an installation with people, groups, assets, shares and grants, and prints questions with their answers."""

import json
import os
import random
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "keyhouse.settings")
django.setup()

from keyhouse.domain.assets.models import Asset, AssetGroup, AssetGroupMember  # noqa: E402
from keyhouse.domain.grants.hot_decisions import Asker, Question, may_many  # noqa: E402
from keyhouse.domain.grants.models import TaskGrant  # noqa: E402
from keyhouse.domain.groups.models import GroupMember, PersonGroup  # noqa: E402
from keyhouse.domain.organizations.models import Organization  # noqa: E402
from keyhouse.domain.partners.models import PartnerShare  # noqa: E402
from keyhouse.domain.people.models import Person  # noqa: E402
from keyhouse.domain.portfolios.models import Membership, Portfolio  # noqa: E402
from keyhouse.foundation import clock  # noqa: E402

TASKS = ("ADVERTISE", "ANALYZE", "DRAFT", "MANAGE")
QUESTIONS, GROUPS, SETS = 4000, 200, 100
now = clock.now()
chance = random.Random(2026)


def kept(model, organization, rows):
    return model.objects.of(organization).bulk_create(rows, batch_size=5000)


def fill(people: int, assets: int, grants: int) -> None:
    """Acme's people work in Spring campaign and in a partner portfolio that some assets are shared with."""
    acme = Organization.objects.get(name="Acme")
    home = Portfolio.objects.of(acme).get(name="Spring campaign")
    partner = Portfolio.objects.of(acme).create(name="Studio", made_at=now)
    persons = kept(
        Person,
        acme,
        [
            Person(
                state="active",
                email=f"p{n}@acme.example",
                email_folded=f"p{n}@acme.example",
                made_at=now,
                changed_at=now,
            )
            for n in range(people)
        ],
    )
    kept(Membership, acme, [Membership(portfolio=home, person=one, level="basic", added_at=now) for one in persons])
    kept(
        Membership,
        acme,
        [Membership(portfolio=partner, person=one, level="basic", added_at=now) for one in persons[::5]],
    )
    groups = kept(
        PersonGroup, acme, [PersonGroup(name=f"g{n}", name_folded=f"g{n}", made_at=now) for n in range(GROUPS)]
    )
    kept(
        GroupMember,
        acme,
        [GroupMember(group=one, person=person) for person in persons for one in chance.sample(groups, 5)],
    )
    things = kept(
        Asset, acme, [Asset(portfolio=home, type="ad_account", name=f"a{n}", made_at=now) for n in range(assets)]
    )
    sets = kept(AssetGroup, acme, [AssetGroup(portfolio=home, name=f"s{n}", made_at=now) for n in range(SETS)])
    kept(
        AssetGroupMember,
        acme,
        [AssetGroupMember(group=one, asset=asset) for asset in things for one in chance.sample(sets, 2)],
    )
    kept(
        PartnerShare,
        acme,
        [
            PartnerShare(asset=one, partner=partner, partner_organization=acme, tasks=14, given_at=now)
            for one in things[::3]
        ],
    )
    pairs = give(acme, (home, partner), (persons, groups, things, sets), grants)
    ask(acme, persons, things, pairs)


def give(acme, portfolios, among, grants: int) -> list:
    """Grants on assets to people for the most part, some to groups, some on asset groups, some of the partner."""
    persons, groups, things, sets = among
    made, rows = set(), []
    while len(rows) < grants:
        subject = chance.choice(groups) if chance.random() < 0.05 else chance.choice(persons)
        object_ = chance.choice(sets) if chance.random() < 0.02 else chance.choice(things)
        portfolio = portfolios[chance.random() < 0.1]
        key = (subject.id, object_.id, portfolio.id)
        if key not in made:
            made.add(key)
            rows.append(
                TaskGrant(
                    portfolio=portfolio,
                    subject_id=subject.id,
                    object_id=object_.id,
                    asset_type="ad_account",
                    tasks=chance.choice((2, 4, 8, 6)),
                    given_at=now,
                )
            )
    kept(TaskGrant, acme, rows)
    return [(one.subject_id, one.object_id) for one in rows]


def ask(acme, persons, things, pairs) -> None:
    """Half the questions are about pairs that somebody gave something on."""
    people, assets = {one.id for one in persons}, {one.id for one in things}
    given = [pair for pair in pairs if pair[0] in people and pair[1] in assets]
    asked = [
        chance.choice(given) if chance.random() < 0.5 else (chance.choice(persons).id, chance.choice(things).id)
        for _ in range(QUESTIONS)
    ]
    questions = [
        Question(subject_type="person", subject=person, task=chance.choice(TASKS), asset_type="ad_account", asset=asset)
        for person, asset in asked
    ]
    found = may_many(Asker(organization=acme.id, at=clock.now()), questions)
    json.dump(
        [
            [str(one.subject), one.task, str(one.asset), answer.allowed]
            for one, answer in zip(questions, found, strict=True)
        ],
        sys.stdout,
    )


if __name__ == "__main__":
    fill(*(int(number) for number in sys.argv[1:4]))
