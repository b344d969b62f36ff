"""What an edit of a role changes, panel by panel."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from keyhouse.domain.administration.rules.matrix import PANELS, Depth, Text, depths_of
from keyhouse.domain.organizations.rules import Change
from keyhouse.foundation.permissions import Permission

WORDS: dict[Depth, Text] = {Depth.NONE: _("None"), Depth.VIEW: _("View"), Depth.MANAGE: _("Manage")}


def differences(
    name_before: str, name: str, before: Collection[Permission], after: Collection[Permission]
) -> list[Change]:
    """The name, and the depth in each panel, as they are and as they will be; what stays is left out."""
    found = [] if name_before == name else [Change(str(_("Name")), name_before, name)]
    reached, wanted = depths_of(before), depths_of(after)
    return found + [
        Change(str(panel.label), str(WORDS[reached[panel.key]]), str(WORDS[wanted[panel.key]]))
        for panel in PANELS
        if reached[panel.key] != wanted[panel.key]
    ]
