"""`keyhouse worker`: run jobs, and nothing else."""

from typing import Annotated

import typer


def worker(
    threads: Annotated[int, typer.Option(help="How many jobs run at the same time.", min=1, max=64)] = 2,
    lease: Annotated[float, typer.Option(help="Seconds without a beat after which a job is taken over.", min=1)] = 30,
    parent: Annotated[int, typer.Option(hidden=True)] = 0,
) -> None:
    """Run jobs: mail, deliveries and schedules. `serve` starts one by itself; start more for more."""
    from keyhouse.commands.running import starting

    starting.load()
    import signal

    from keyhouse import deliveries
    from keyhouse.commands.running import tables
    from keyhouse.commands.running.family import stop_with_parent
    from keyhouse.foundation.jobs.worker import Worker

    if tables.missing():
        starting.fail("the tables are not up to date: run keyhouse migrate.")
    running = Worker(deliveries.read, threads=threads, lease=lease)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda number, frame: running.stop())
    if parent:
        stop_with_parent(parent, running.stop)
    running.run()
