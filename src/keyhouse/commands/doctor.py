"""`keyhouse doctor`: look at everything and say what is wrong."""

from typing import Annotated

import typer


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    retry_jobs: Annotated[
        bool, typer.Option("--retry-jobs", help="Give jobs that were given up their attempts again.")
    ] = False,
) -> None:
    """Check settings, database, key, audit log, jobs, mail and disk; ends with 1 when something is wrong."""
    from keyhouse.commands.running import starting

    starting.load(strict=False)
    import json
    from dataclasses import asdict

    from keyhouse.commands.keeping import checkup
    from keyhouse.foundation import logs
    from keyhouse.foundation.jobs import queries, queue

    if retry_jobs:
        for job in queries.dead():
            queue.revive(job)
    findings = checkup.look()
    if as_json:
        print(logs.without_secrets(json.dumps([asdict(one) for one in findings])))
    for one in [] if as_json else findings:
        print(logs.without_secrets(f"{'ok   ' if one.well else 'WRONG'}  {one.subject:10}  {one.found}"))
        if not one.well and one.remedy:
            print(f"{'':19}{one.remedy}")
    raise typer.Exit(0 if all(one.well for one in findings) else 1)
