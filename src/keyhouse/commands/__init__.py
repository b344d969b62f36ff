"""The command line: one file for each command; each loads what it needs only when it runs."""

import typer

from keyhouse.commands.backup import backup
from keyhouse.commands.bootstrap import bootstrap
from keyhouse.commands.demo import demo
from keyhouse.commands.doctor import doctor
from keyhouse.commands.export import export
from keyhouse.commands.import_ import import_
from keyhouse.commands.migrate import migrate
from keyhouse.commands.recover_admin import recover_admin
from keyhouse.commands.restore import restore
from keyhouse.commands.serve import serve
from keyhouse.commands.worker import worker

COMMANDS = (serve, worker, migrate, demo, bootstrap, recover_admin, doctor, backup, restore, export, import_)


def main() -> None:
    """Run the command line `keyhouse`."""
    app = typer.Typer(
        name="keyhouse",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help="Keyhouse keeps an organization's work accounts, and what those accounts may touch.",
    )
    for command in COMMANDS:
        app.command(command.__name__.strip("_").replace("_", "-"))(command)
    app()
