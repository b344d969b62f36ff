"""Every read and write of an organization's rows says whose: the manager refuses all that did not."""

from collections.abc import Iterable
from typing import Any, Protocol, Self, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model, covariant=True)


class Unscoped(RuntimeError):
    """A query of an organization's rows did not say whose rows it means; this is a bug, not a refusal."""


class HasId(Protocol):
    """Anything that stands for an organization by its id."""

    @property
    def id(self) -> int: ...


def _id(organization: "int | HasId") -> int:
    return organization if isinstance(organization, int) else organization.id


class ScopedRows(models.QuerySet[Row]):
    """A query that runs only after it was told whose rows it means."""

    _scope: str | None = None
    _owner: int | None = None

    def of(self, organization: "int | HasId") -> Self:
        """Only the rows of this organization; rows made through it belong to it."""
        rows = self.filter(organization_id=_id(organization))
        rows._scope, rows._owner = "of", _id(organization)
        return rows

    def shared_with(self, organization: "int | HasId") -> Self:
        """Only the rows that other organizations share with this one."""
        rows = self.filter(partner_organization_id=_id(organization))
        rows._scope = "shared_with"
        return rows

    def of_nobody(self) -> Self:
        """Only the rows that belong to no organization, such as those of personal logins."""
        rows = self.filter(organization_id=None)
        rows._scope = "of_nobody"
        return rows

    def everywhere(self, *, reason: str) -> Self:
        """The rows of all organizations; every use is listed by name in a test, with its reason."""
        rows = self.all()
        rows._scope = f"everywhere: {reason}"
        return rows

    def _clone(self) -> Self:
        clone: Self = super()._clone()  # type: ignore[misc]
        clone._scope, clone._owner = self._scope, self._owner
        return clone

    def _check(self) -> None:
        if self._scope is None:
            raise Unscoped(f"{self.model.__name__}: say whose rows by of(), shared_with(), of_nobody() or everywhere()")

    def _fetch_all(self) -> None:
        self._check()
        super()._fetch_all()

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Any:
        """Refuse to be a subquery of another query without a scope."""
        self._check()
        return super().resolve_expression(*args, **kwargs)

    def create(self, **fields: Any) -> Row:
        """Make a row that belongs to the organization of this query."""
        self._check()
        if self._owner is not None:
            fields.setdefault("organization_id", self._owner)
        return super().create(**fields)

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Row]:
        """Make many rows, each of which belongs to the organization of this query."""
        self._check()
        rows = list(objs)
        for row in rows:
            if self._owner is not None and row.organization_id is None:
                row.organization_id = self._owner
        return super().bulk_create(rows, *args, **kwargs)


def _guarded(name: str) -> Any:
    original = getattr(models.QuerySet, name)

    def method(self: ScopedRows[Any], *args: Any, **kwargs: Any) -> Any:
        self._check()
        return original(self, *args, **kwargs)

    method.__name__, method.__doc__ = name, original.__doc__
    method.alters_data = getattr(original, "alters_data", False)  # type: ignore[attr-defined]
    method.queryset_only = getattr(original, "queryset_only", False)  # type: ignore[attr-defined]
    return method


for _name in (
    "count",
    "exists",
    "contains",
    "aggregate",
    "update",
    "_update",
    "delete",
    "_raw_delete",
    "iterator",
    "bulk_update",
    "get_or_create",
    "update_or_create",
    "in_bulk",
    "explain",
    "raw",
):
    setattr(ScopedRows, _name, _guarded(_name))


class _RowsManager(models.Manager.from_queryset(ScopedRows)):  # type: ignore[misc]
    """The manager behind Rows()."""

    use_in_migrations = False


def Rows() -> Any:
    """The manager of every table that has an organization."""
    return _RowsManager()


def rows_of(model: type[models.Model], organization_id: int | None) -> Any:
    """The rows of an organization, or for None those that belong to nobody, such as a personal login's."""
    rows: Any = model.objects  # type: ignore[attr-defined]  # every table of an organization has Rows()
    return rows.of(organization_id) if organization_id is not None else rows.of_nobody()
