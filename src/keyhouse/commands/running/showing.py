"""The demo itself: build the cast, open the provider and the desk, and say how to get in."""

import json
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from keyhouse.commands.keeping.deployment import Deployment
from keyhouse.commands.running import bulk, tables
from keyhouse.commands.running.stage import Places
from keyhouse.demo import cast, crowd, desk, loopback
from keyhouse.demo.practice import site
from keyhouse.demo.practice.provider import open_provider
from keyhouse.foundation import outbound

WORDS = ("harbor", "lantern", "meadow", "copper", "willow", "saddle", "pepper", "violet", "timber", "marble")
PATIENCE = 60.0


@dataclass(frozen=True, kw_only=True)
class Show:
    """A demo that is built and waits for its server."""

    places: Places
    cast: cast.Cast

    def announcer(self, *, as_json: bool) -> Callable[[], None]:
        """What the server calls when it starts: wait until it answers, then say so."""
        announce = self._as_json if as_json else self._in_words
        return lambda: threading.Thread(target=_when_answering, args=(self.places.keyhouse_url, announce)).start()

    def facts(self) -> dict[str, Any]:
        """Everything that a script needs to know about the demo."""
        url, made = self.places.keyhouse_url, self.cast
        return {
            "base_url": url,
            "organizations": {name: str(one.id) for name, one in made.organizations.items()},
            "portfolios": {name: str(one.id) for name, one in made.portfolios.items()},
            "people": {
                key: {"id": str(one.id), "email": one.email, "sign_in_link": desk.sign_in_link(made, key, url)}
                for key, one in made.people.items()
            },
            "assets": {key: {"id": str(one.id), "type": one.type} for key, one in made.assets.items()},
            "scim": {"base_url": f"{url}/scim/v2", "token": made.scim_token},
            "decide_token": made.decide_token,
            "identity_provider_url": self.places.provider_url,
            "mail_url": self.places.desk_url,
        }

    def _as_json(self) -> None:
        print(json.dumps(self.facts()), flush=True)

    def _in_words(self) -> None:
        facts = self.facts()
        print(f"\nKeyhouse is ready at {facts['base_url']}, until you press Ctrl-C.\n")
        print("Sign in by a link that works once:\n")
        for key, who in desk.WHO.items():
            if key != "dana":
                print(f"  {key.capitalize():9} {who}\n            {facts['people'][key]['sign_in_link']}")
        print(f"\nMore links, at any time:    {facts['mail_url']}/people")
        print(f"Mail that would be sent:    {facts['mail_url']}/")
        print(f"Practice identity provider: {facts['identity_provider_url']}/ (deactivate Ben there, and look again)")
        print(f"Password of Ada, Cleo, Mallory and Finn: {self.cast.password}\n", flush=True)


def rehearse(places: Places, *, people: int, assets: int, grants: int, quiet: bool) -> Show:
    """Make the tables, the cast and the crowd, and open the provider and the desk."""
    say: Callable[[str], None] = (lambda words: None) if quiet else (lambda words: print(words, flush=True))
    say("Making the database …")
    tables.make()
    say("Gathering the cast …")
    url = places.keyhouse_url
    provider = open_provider(folder=places.data, url=places.provider_url, keyhouse_url=url)
    made = cast.build(furnish=Deployment, provider=provider, password=_password())
    provider.sync.token = made.scim_token
    if people or assets or grants:
        say(f"Generating {people} people, {assets} assets and {grants} grants …")
        crowd.generate(made, keep=bulk.keep, people=people, assets=assets, grants=grants)
    loopback.serve(site(provider), "127.0.0.1", places.provider_port)
    loopback.serve(desk.site(url, made), "127.0.0.1", places.desk_port)
    return Show(places=places, cast=made)


def _password() -> str:
    words = [WORDS[secrets.randbelow(len(WORDS))] for _ in range(3)]
    return f"{'-'.join(words)}-{secrets.randbelow(9000) + 1000}"


def _when_answering(url: str, announce: Callable[[], None]) -> None:
    """Call back as soon as the server answers."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            outbound.get(f"{url}/healthz", seconds=2)
        except outbound.Unreachable:
            time.sleep(0.1)
        else:
            announce()
            return
