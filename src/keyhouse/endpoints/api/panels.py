"""The panels of the API, in the order of the menu; a new one is a file of this folder and a line here."""

from keyhouse.endpoints.api import organizations, people
from keyhouse.endpoints.api.routing import Panel

PANELS: list[Panel] = [
    organizations.panel,
    people.panel,
]
