"""Sign-ins with this or that browser, from here or there."""

import dataclasses

from keyhouse.domain.known_devices import actions
from keyhouse.foundation import secrets
from keyhouse.foundation.permissions import Permission
from tests.domain.sign_in.walking import DOOR


def at(browser="one", ip="198.51.100.7", device="Firefox on Linux"):
    """Somebody at the door, with a browser of this name."""
    return dataclasses.replace(DOOR, browser=secrets.hash_of(browser), ip=ip, device=device)


def noted(person, **where):
    """Note a sign-in of a person."""
    actions.note_sign_in(by=at(**where).within(Permission.SESSION_START, person), person=person)
