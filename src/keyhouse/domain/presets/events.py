"""What can have happened to people presets."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class PresetCreated(Event):
    """A preset was created."""

    tag = "preset.created"
    title = _("Preset edited")
    sentence = _("{actor} created the preset {preset}. It gives {gives}. People and groups: {people}, {groups}.")
    preset: str
    gives: str
    people: int
    groups: int


@dataclass(frozen=True, kw_only=True)
class PresetEdited(Event):
    """What a preset is called or gives, or who has it, was changed."""

    tag = "preset.edited"
    title = _("Preset edited")
    sentence = _("{actor} changed the preset {preset}: {changes}.")
    personal = frozenset({"changes"})
    preset: str
    changes: str


@dataclass(frozen=True, kw_only=True)
class FollowingBegun(Event):
    """A change of a preset began to reach very many people one by one."""

    tag = "preset.following.begun"
    title = _("Preset edited")
    sentence = _("The change of the preset {preset} began to reach people one by one; people: {people}.")
    preset: str
    people: int


@dataclass(frozen=True, kw_only=True)
class PresetDeleted(Event):
    """A preset was deleted, and with it everything that it gave."""

    tag = "preset.deleted"
    title = _("Preset edited")
    sentence = _("{actor} deleted the preset {preset}. People who lost what it gave: {people}.")
    preset: str
    people: int


@dataclass(frozen=True, kw_only=True)
class PresetAssigned(Event):
    """A person or group received a preset."""

    tag = "preset.assigned"
    title = _("Preset edited")
    sentence = _("{actor} gave {name} the preset {preset}.")
    personal = frozenset({"name"})
    name: str
    preset: str


@dataclass(frozen=True, kw_only=True)
class PresetUnassigned(Event):
    """A preset was taken from a person or group."""

    tag = "preset.unassigned"
    title = _("Preset edited")
    sentence = _("{actor} took the preset {preset} from {name}.")
    personal = frozenset({"name"})
    name: str
    preset: str
