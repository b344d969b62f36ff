"""Insights: the figures, the people behind each, reminders, and the posture."""

from ninja import Query, Schema
from pydantic import Field

from keyhouse.domain.insights import actions, queries
from keyhouse.domain.insights.rules import FIGURES, Figure, Words
from keyhouse.endpoints.api.forms import Form, Id, Many, Moment, Paging, everything, many, place
from keyhouse.endpoints.api.routing import Panel, Request
from keyhouse.foundation.keyset import Place
from keyhouse.foundation.permissions import Permission

panel = Panel("Insights")
VIEW, MANAGE = Permission.INSIGHTS_VIEW, Permission.INSIGHTS_MANAGE


class RateOfActivation(Schema):
    """Of so many people with something in common, so many have activated their account."""

    name: str
    people: int
    activated: int
    percent: int


class Day(Schema):
    """How many people were added and how many activated on a day, in UTC."""

    day: str
    added: int
    activated: int


class AllFigures(Schema):
    """The figures of the organization as of a moment; `numbers` are those of each figure by its name."""

    counted_at: Moment
    people: int
    activated: int
    numbers: dict[str, int]
    days: list[Day]
    domains: list[RateOfActivation]
    departments: list[RateOfActivation]
    by_password: int
    with_second_factor: int


class CountedPerson(Schema):
    """Somebody behind a figure."""

    id: Id
    name: str
    email: str
    state: str
    department: str
    last_active_at: Moment | None
    made_at: Moment


class ReminderOf(Form):
    """The figure whose people are reminded."""

    figure: Figure


class Reminder(Schema):
    """A reminder under way; its result per person is that of the work with this id."""

    work: Id = Field(alias="id")
    title: str
    total: int


class PostureLine(Schema):
    """One line of the posture: well, attention or danger, how many things are wrong, and the first of them."""

    key: str
    state: str
    number: int
    names: list[str]


class FigureWords(Schema):
    """A figure and what it means."""

    figure: Figure
    label: str
    meaning: str
    can_be_reminded: bool


@panel.get("/insights", needs=VIEW, answer=AllFigures)
def read_insights(request: Request) -> dict[str, object]:
    """All figures."""
    found = queries.figures(request.actor)
    days = [{"day": day, "added": added, "activated": activated} for day, added, activated in found.days]
    names = ("counted_at", "people", "activated", "numbers", "domains", "departments", "by_password")
    known = {name: getattr(found, name) for name in names}
    return {**known, "with_second_factor": found.with_second_factor, "days": days}


@panel.get("/insights/figures", needs=VIEW, answer=Many[FigureWords])
def list_figures(request: Request) -> dict[str, object]:
    """The figures by name, with what each means."""
    shown = [
        {
            "figure": one,
            "label": str(words.label),
            "meaning": str(words.meaning),
            "can_be_reminded": words.reminder != "",
        }
        for one, words in FIGURES.items()
    ]
    return everything(shown)


@panel.get("/insights/people", needs=VIEW, answer=Many[CountedPerson])
def list_people_behind_a_figure(request: Request, figure: Figure, paging: Query[Paging]) -> dict[str, object]:
    """The people behind a figure, by name."""
    after = place(request, paging)
    found = queries.behind(request.actor, figure, Place(key=tuple(after or ())), paging.limit + 1)
    return many(request, paging, found.rows, lambda person: [person.name_folded, person.id])


@panel.post("/insights/reminders", needs=MANAGE, answer=Reminder)
def send_reminder(request: Request, body: ReminderOf) -> object:
    """Mail everybody behind a figure what is expected of them."""
    return actions.send_reminder(by=request.actor, figure=body.figure)


@panel.get("/posture", needs=VIEW, answer=Many[PostureLine])
def read_posture(request: Request) -> dict[str, object]:
    """Every line of the posture."""
    shown = [
        {"key": one.key, "state": one.health.value, "number": one.number, "names": list(one.names)}
        for one in queries.posture(request.actor)
    ]
    return everything(shown)


def _words(words: Words) -> dict[str, object]:
    return {"label": str(words.label), "meaning": str(words.meaning), "can_be_reminded": words.reminder != ""}
