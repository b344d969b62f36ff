"""Small tags that components use: chips, initials, times, icons and addresses."""

from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlencode

from django import template
from django.http import QueryDict
from django.utils import timezone as django_time
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from heroicons.templatetags import heroicons

from keyhouse.foundation import clock
from keyhouse.ui.statuses import Chip, chip_for

register = template.Library()

SHADES = 6


@register.simple_tag
def chip(state: object = "", label: str = "", tone: str = "", icon: str = "") -> Chip:
    """Give the chip of a state; label, tone and icon can be named instead."""
    found = chip_for(state) if state else Chip(label, tone or "muted", icon)
    return Chip(label or found.label, tone or found.tone, icon or found.icon)


@register.simple_tag
def icon(name: str, size: int = 16) -> str:
    """Draw an icon; it is always beside words, so it is hidden from screen readers."""
    draw = heroicons.heroicon_micro if size <= 16 else heroicons.heroicon_mini
    return str(draw(str(name), size=size, **{"aria-hidden": "true", "class": "icon", "focusable": "false"}))


@register.filter
def initials(name: object) -> str:
    """Shorten a name to at most two letters."""
    words = [word for word in str(name or "").replace("@", " ").split() if word[0].isalnum()]
    letters = [word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)]
    return "".join(letters).upper() or "?"


@register.filter
def shade(name: object) -> int:
    """Choose one of the avatar colors, always the same for the same name."""
    return sum(ord(letter) for letter in str(name or "")) % SHADES


@register.filter
def exactly(moment: object) -> str:
    """Write a time as "24 Nov 2026, 09:30", or a day as "24 Nov 2026"."""
    if isinstance(moment, datetime):
        local = django_time.localtime(moment) if django_time.is_aware(moment) else moment
        return f"{local.day} {local:%b %Y, %H:%M}"
    if isinstance(moment, date):
        return f"{moment.day} {moment:%b %Y}"
    return ""


@register.filter
def iso(moment: object) -> str:
    """Write a time for machines."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return moment.isoformat() if isinstance(moment, date) else ""


@register.filter
def relatively(moment: object) -> str:
    """Write how long ago, or how soon: "2 hours ago", "in 3 days"."""
    if not isinstance(moment, datetime):
        return exactly(moment)
    seconds = int((clock.now() - moment).total_seconds())
    if abs(seconds) < 45:
        return _("just now") if seconds >= 0 else _("in a moment")
    words = _duration(abs(seconds))
    return _("in %s") % words if seconds < 0 else _("%s ago") % words


def _duration(seconds: int) -> str:
    minutes, hours, days = round(seconds / 60), round(seconds / 3600), round(seconds / 86400)
    if minutes < 60:
        return ngettext("%d minute", "%d minutes", max(minutes, 1)) % max(minutes, 1)
    if hours < 24:
        return ngettext("%d hour", "%d hours", hours) % hours
    if days < 60:
        return ngettext("%d day", "%d days", days) % days
    months = round(days / 30.4)
    if months < 24:
        return ngettext("%d month", "%d months", months) % months
    return ngettext("%d year", "%d years", round(days / 365.25)) % round(days / 365.25)


@register.simple_tag(takes_context=True)
def with_query(context: template.Context, **changes: Any) -> str:
    """Give the address of this page with some parameters changed; an empty value takes one away."""
    request = context.get("request")
    query: QueryDict = request.GET.copy() if request else QueryDict(mutable=True)
    query.pop("after", None)
    for name, value in changes.items():
        if value in (None, ""):
            query.pop(name, None)
        else:
            query[name] = str(value)
    return "?" + query.urlencode()


@register.simple_tag
def query_of(**parameters: Any) -> str:
    """Write parameters for an address."""
    return urlencode({name: value for name, value in parameters.items() if value not in (None, "")})


@register.filter
def as_sentence(text: object) -> str:
    """Begin a sentence with a capital letter, unless it begins with an address."""
    words = str(text)
    return words if "@" in words.split(" ", 1)[0] else words[:1].upper() + words[1:]


@register.filter
def kind_of_field(bound: Any) -> str:
    """Say how a field is drawn: box, choices, list, or line."""
    return str(getattr(bound.field, "kind", "line"))


@register.filter
def as_text(value: object) -> str:
    """Write an id or number as plain text."""
    return str(value)


@register.simple_tag
def masked(text: object) -> str:
    """Show stars instead of a text, with a word for screen readers."""
    return format_html('<span aria-label="{}">{}</span>', _("Hidden"), "*" * min(len(str(text)), 12))
