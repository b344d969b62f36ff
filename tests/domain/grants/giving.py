"""What the tests of grants share: a grant straight in the table, and the words of what somebody holds."""

from keyhouse.domain.assets.rules import tasks, types
from keyhouse.domain.grants import queries
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.foundation import clock


def give(portfolio, subject, thing, *names, source="direct", until=None):
    """A grant of these tasks, written straight into the table."""
    kind = types.TYPES[getattr(thing, "type", "page")]
    return TaskGrant.objects.of(portfolio.organization_id).create(
        portfolio=portfolio, subject_id=subject.id, object_id=thing.id, asset_type=kind.code,
        tasks=tasks.bits(kind, names), source=source, until=until, given_at=clock.now(),
    )  # fmt: skip


def held(person, portfolio):
    """What a person holds: pairs of the asset's name and the tasks."""
    return [(one.asset.name, tasks.names(one.type, one.bits)) for one in queries.summary(person, portfolio)]
