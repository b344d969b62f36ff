"""Exports: no cell of any table is taken for a formula by a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from keyhouse.domain.assets.models import Asset
from keyhouse.domain.people.models import Person
from tests.architecture.test_routes import routes
from tests.domain.invitations.inviting import invite
from tests.tools.at_the_door import Page, browser_of, things_of

STARTS = ("=", "+", "-", "@", "\t")


def exports(cast: Any) -> list[str]:
    """The addresses of all exports, with Acme's ids in them."""
    found = [Page(address=address, needs=None) for address, _pattern in routes() if "export" in address]
    return sorted(address for page in found if (address := page.filled(things_of(cast))))


@pytest.mark.parametrize("start", STARTS)
def test_a_name_that_begins_like_a_formula_leaves_as_text(ada: Any, cast: Any, start: str):
    """WEB-6: a person, an asset and a note named with each of the five go through every export, escaped."""
    hostile = f"{start}cmd|'/c calc'!A0"
    for people in (Person.objects.of(cast.acme), Person.objects.of_nobody()):
        people.filter(id__in=[cast.ben.id, cast.finn.id]).update(
            display_name=hostile, given_name=hostile, job_title=hostile, name_folded=hostile
        )
    Asset.objects.of(cast.acme).update(name=hostile)
    invite(ada, cast.spring_campaign, note=hostile)
    hers = browser_of(cast.ada)

    answers = {address: hers.get(address) for address in exports(cast)}

    assert len(answers) >= 6
    cells = [(address, cell) for address, answer in answers.items() for cell in cells_of(answer)]
    assert [pair for pair in cells if pair[1].startswith(STARTS)] == []
    assert any(cell.startswith(f"'{start}") for _address, cell in cells)


def cells_of(answer: Any) -> list[str]:
    """Every cell of a CSV file."""
    assert answer.status_code == 200 and answer["Content-Type"].startswith("text/csv")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = content.decode().lstrip("\ufeff")
    return [cell for row in csv.reader(io.StringIO(text)) for cell in row]
