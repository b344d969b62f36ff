"""`keyhouse migrate`: bring the tables to this version."""


def migrate() -> None:
    """Make the tables, or bring them to this version."""
    from keyhouse.commands.running import starting

    starting.load()
    from keyhouse.commands.running import tables

    count = tables.missing()
    tables.make()
    print(f"{count} migrations applied." if count else "Nothing to do: the tables are up to date.")
