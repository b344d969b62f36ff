"""The rules of migrations that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, NotFound


class NotInMigration(NotFound):
    """No personal login with this id is in a portfolio of the organization."""

    code = "not_in_migration"
    message = _("There is no such personal login in your portfolios.")


class CannotBeExcluded(Conflict):
    """The move has gone too far, or is over."""

    code = "cannot_be_excluded"
    message = _("{email} is {status}: only people who have not moved yet can be excluded.")


class IsNotExcluded(Conflict):
    """Somebody is included again who was not excluded."""

    code = "is_not_excluded"
    message = _("{email} is part of the migration already.")
