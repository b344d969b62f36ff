"""The rules about people presets that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotFound


class NoSuchPreset(NotFound):
    """There is no such preset, for the one who asks."""

    code = "no_such_preset"
    message = _("This preset doesn't exist, or you can't see it.")


class PresetNameMissing(Invalid):
    """A preset needs a name."""

    code = "preset_name_missing"
    message = _("A name is missing.")
    field = "name"


class PresetNameTaken(Conflict):
    """Two presets of an organization can't share a name."""

    code = "preset_name_taken"
    message = _("There is a preset named {name} already.")
    step = _("Choose another name.")
    field = "name"


class PresetChanged(Conflict):
    """Somebody else changed the preset meanwhile."""

    code = "preset_changed"
    message = _("{preset} was changed by somebody else meanwhile, and nothing of yours was saved.")
    step = _("Look at it anew and make your changes again.")


class PresetEnding(Conflict):
    """A preset that is being removed can't be changed."""

    code = "preset_ending"
    message = _("{preset} is being removed.")


class PresetGivesNothing(Invalid):
    """A preset gives at least one thing."""

    code = "preset_gives_nothing"
    message = _("Choose at least one admin role, product or portfolio that the preset gives.")


class NotForPresets(Invalid):
    """What was chosen isn't there any more, or can't be given by a preset."""

    code = "not_for_presets"
    message = _("{thing} can't be given by a preset, or isn't there any more.")


class PersonNotForPresets(Invalid):
    """Only accounts of the organization that weren't deactivated are added to a preset."""

    code = "person_not_for_presets"
    message = _("{name} can't be added, because the account is {state}.")


class TooManyAdministrators(Invalid):
    """Admin roles are given to few people one by one."""

    code = "too_many_administrators"
    message = _("A preset with admin roles gives them to at most {most} people one by one.")
    step = _("Put the people in a group, and add the group.")


class TooManyPeople(Invalid):
    """Large numbers of people are added as groups."""

    code = "too_many_people_in_preset"
    message = _("A preset holds at most {most} people one by one.")
    step = _("Put the people in a group, and add the group.")


class PresetHeldAlready(Conflict):
    """The person or group is in the preset."""

    code = "preset_held_already"
    message = _("{name} has {preset} already.")


class PresetNotHeld(Conflict):
    """The person or group isn't in the preset."""

    code = "preset_not_held"
    message = _("{name} doesn't have {preset}.")


class PresetThroughGroup(Conflict):
    """What a person has through a group ends in the group."""

    code = "preset_through_group"
    message = _("{name} has {preset} through the group {group}. Change the group instead.")
