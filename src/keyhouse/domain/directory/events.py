"""What can have happened to the filters and columns that administrators keep."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class FilterSaved(Event):
    """A filter of a list was saved."""

    tag = "list.filter.saved"
    title = _("Filter saved")
    sentence = _("{actor} saved the filter {name} of the list {page}.")
    page: str
    name: str


@dataclass(frozen=True, kw_only=True)
class FilterDeleted(Event):
    """A saved filter was deleted."""

    tag = "list.filter.deleted"
    title = _("Filter deleted")
    sentence = _("{actor} deleted the filter {name} of the list {page}.")
    page: str
    name: str


@dataclass(frozen=True, kw_only=True)
class ColumnsChosen(Event):
    """The columns of a list were chosen."""

    tag = "list.columns.chosen"
    title = _("Columns chosen")
    sentence = _("{actor} chose the columns of the list {page}.")
    page: str
    columns: str
