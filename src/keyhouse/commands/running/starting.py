"""What every command does first: find the settings, load Django, refuse what is wrong in clear words."""

import os
import sys
from typing import NoReturn

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def fail(*lines: str) -> NoReturn:
    """End the command with an error that says what to do."""
    for line in lines:
        print(f"keyhouse: {line}", file=sys.stderr)
    sys.exit(2)


def load(*, base_url: str = "", dev: bool = False, strict: bool = True) -> None:
    """Load the settings and Django; a base address given here counts only where the environment names none.

    What is wrong with the settings ends the command, unless it is not strict.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "keyhouse.settings")
    if base_url:
        os.environ.setdefault("KEYHOUSE_BASE_URL", base_url)
    if dev:
        os.environ["KEYHOUSE_DEV"] = "true"
    from pydantic import ValidationError

    try:
        import django

        django.setup()
    except ValidationError as error:
        fail(*(f"KEYHOUSE_{str(fault['loc'][0]).upper()}: {fault['msg']}" for fault in error.errors()))
    except OSError as error:
        fail(f"the data folder can't be used: {error}", "Set KEYHOUSE_DATA to a folder that you may write to.")
    from keyhouse.commands.running import faults

    if strict and (found := faults.of_settings()):
        fail(*found)


def local_url(host: str, port: int, *, tls: bool = False) -> str:
    """The base address when none is set: possible on loopback only."""
    if host not in LOOPBACK:
        return ""
    shown = f"[{host}]" if ":" in host else host
    return f"{'https' if tls else 'http'}://{shown}:{port}"
