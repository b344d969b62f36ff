"""Rules about partners that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Invalid


class NotShareable(Invalid):
    """Some types of assets are never shared, and nothing is shared with its own portfolio."""

    code = "not_shareable"
    message = _("{asset} can't be shared with {partner}.")


class NoTasksShared(Invalid):
    """A share names the tasks that the partner may do."""

    code = "no_tasks_shared"
    message = _("Choose what {partner} may do with {asset}.")
