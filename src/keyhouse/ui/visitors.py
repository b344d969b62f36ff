"""Who is at the door before anybody is known: where a request comes from, and with which browser."""

import datetime as dt
import re
from collections.abc import Mapping
from ipaddress import ip_address, ip_network
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from keyhouse.foundation import secrets
from keyhouse.foundation.permissions import Actor, visitor
from keyhouse.ui import cookies

BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"), ("Linux", "Linux"),
)  # fmt: skip
LONGEST = 200
NEW_DEVICE, KNOWN_FOR = "new_device", dt.timedelta(days=180)


def visitor_of(request: HttpRequest, *, link: str = "") -> Actor:
    """The actor of somebody who is about to prove who she is; `link` is the hash of the link that she holds.

    It names the session that this browser has, so that a new sign-in ends it.
    """
    known: Actor | None = getattr(request, "actor", None)
    return visitor(
        link=link,
        ip=ip_of(request),
        device=device_of(request),
        browser=browser_of(request),
        session_id=known.session_id if known else None,
        home_organization_id=known.home_organization_id if known else None,
    )


def browser_of(request: HttpRequest) -> str:
    """The hash of the cookie by which a browser is known; one that has none gets it when somebody signs in with it."""
    secret = cookies.read(request, cookies.DEVICE) or str(getattr(request, NEW_DEVICE, ""))
    if not secret:
        secret = secrets.new_handle().text
        setattr(request, NEW_DEVICE, secret)
    return secrets.hash_of(secret)


def know_again(request: HttpRequest, response: HttpResponseBase) -> None:
    """Let the browser of a sign-in keep its cookie for half a year more."""
    secret = cookies.read(request, cookies.DEVICE) or str(getattr(request, NEW_DEVICE, ""))
    if secret:
        cookies.give(response, cookies.DEVICE, secret, life=KNOWN_FOR)


def ip_of(request: HttpRequest) -> str:
    """The address that a request comes from; a forwarded one is believed only when a trusted proxy says so (WEB-1)."""
    return ip_in(request.META)


def ip_in(environ: Mapping[str, Any]) -> str:
    """The same in the variables of a request."""
    came_from = str(environ.get("REMOTE_ADDR", ""))
    hops = [hop.strip() for hop in str(environ.get("HTTP_X_FORWARDED_FOR", "")).split(",") if hop.strip()]
    while hops and _is_trusted(came_from):
        came_from = hops.pop()
    return came_from if _is_address(came_from) else ""


def device_of(request: HttpRequest) -> str:
    """The browser in words, such as "Firefox on Linux"; what we do not know is kept short."""
    agent = request.headers.get("User-Agent", "")
    browser = next((name for mark, name in BROWSERS if mark in agent), "")
    system = next((name for mark, name in SYSTEMS if mark in agent), "")
    if browser and system:
        return f"{browser} on {system}"
    return re.sub(r"[^\x20-\x7e]", "", browser or agent)[:LONGEST]


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _is_trusted(text: str) -> bool:
    networks = [one.strip() for one in str(settings.KEYHOUSE.trusted_proxies).split(",") if one.strip()]
    return _is_address(text) and any(ip_address(text) in ip_network(one, strict=False) for one in networks)
