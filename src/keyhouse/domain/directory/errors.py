"""The rules about kept filters and columns that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotFound


class NoSuchFilter(NotFound):
    """There is no such saved filter, for the one who asks."""

    code = "no_such_filter"
    message = _("This saved filter doesn't exist, or you can't see it.")


class FilterNameNeeded(Invalid):
    """A saved filter has a name."""

    code = "filter_name_needed"
    message = _("Enter a name for the filter, of at most 60 characters.")
    field = "name"


class FilterNameTaken(Conflict):
    """Another filter of the same list has the name."""

    code = "filter_name_taken"
    message = _("You have a filter with the name {name} already.")


class NothingFiltered(Invalid):
    """An empty filter is the whole list."""

    code = "nothing_filtered"
    message = _("Filter, search or sort the list first: there is nothing to save yet.")


class TooManyFilters(Conflict):
    """An administrator keeps so many filters of one list at most."""

    code = "too_many_filters"
    message = _("You keep {number} filters of this list already. Delete one first.")
