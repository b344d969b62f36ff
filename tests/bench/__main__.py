"""Runs all measurements in rounds A B A B and prints one table; the median of the rounds counts."""

import argparse
import json
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench import cases, limits, servers
from tests.bench.load import Calls, Measured, run
from tests.bench.servers import Keyhouse, Server

ROUNDS = 3
SCIM_CLIENTS, DECISION_CLIENTS = 4, 8


@dataclass(kw_only=True)
class Row:
    """One operation of one server."""

    operation: str
    server: str
    rate: float
    p50: float
    p99: float
    cpu: float
    peer: float = 0.0
    limit: float = 0.0


def measured(server: Server, calls: Calls, *, clients: int, seconds: float) -> tuple[Measured, float]:
    """One round: what the clients saw, and milliseconds of processor time a request."""
    before = server.cpu()
    found = run(server.port, calls, clients=clients, seconds=seconds)
    return found, (server.cpu() - before) * 1000 / max(len(found.latencies), 1)


def row(operation: str, server: str, rounds: list[tuple[Measured, float]], times: int = 1) -> Row:
    """The median of some rounds; `times` is how many answers a request holds."""
    middle = statistics.median
    return Row(
        operation=operation,
        server=server,
        rate=middle(one.rate for one, _ in rounds) * times,
        p50=middle(one.percentile(0.5) for one, _ in rounds),
        p99=middle(one.percentile(0.99) for one, _ in rounds),
        cpu=middle(cpu for _, cpu in rounds) / times,
    )


def scim(ours: Server, token: str, bare: dict[str, float], seconds: float) -> list[Row]:
    """Create, find and deactivate, Keyhouse and scim2-server in turns."""
    other = servers.peer("scim")
    try:
        sides = {
            "Keyhouse": (ours, cases.Scim(ours.port, "/scim/v2", token)),
            "scim2-server (memory)": (other, cases.Scim(other.port, "/v2", "token")),
        }
        found: dict[tuple[str, str], list[tuple[Measured, float]]] = {}
        each = 200
        for number in range(ROUNDS):
            for name, (server, calls) in sides.items():
                calls.prepare(each)
                deeds = {
                    "create": calls.create(number),
                    "find by userName": calls.find(),
                    "deactivate": calls.deactivate(number * each, each, SCIM_CLIENTS),
                }
                for deed, made in deeds.items():
                    enough = 120 if deed == "deactivate" else seconds
                    done = measured(server, made, clients=SCIM_CLIENTS, seconds=enough)
                    found.setdefault((deed, name), []).append(done)
                calls.check(number * each, each)
    finally:
        other.end()
    bounds = {"create": bare["insert"], "find by userName": bare["read"], "deactivate": bare["update"]}
    return paired(
        [row(f"SCIM {deed}", name, rounds) for (deed, name), rounds in found.items()],
        {f"SCIM {deed}": bound for deed, bound in bounds.items()},
    )


def paired(rows: list[Row], bounds: dict[str, float]) -> list[Row]:
    """Give Keyhouse's rows their ratio to the peer's and to the limit."""
    for one in rows:
        if one.server == "Keyhouse":
            other = next((two for two in rows if two.operation == one.operation and two is not one), None)
            one.peer = one.rate / other.rate if other else 0.0
            one.limit = one.rate / bounds[one.operation] if bounds.get(one.operation) else 0.0
    return rows


def decisions(ours: Server, questions: list[list[object]], token: str, seconds: float) -> list[Row]:
    """Single decisions, fifty in one request, and a bare hello, in turns."""
    hello = servers.peer("hello")
    try:
        found: dict[str, list[tuple[Measured, float]]] = {"one": [], "fifty": [], "hello": []}
        for _ in range(ROUNDS):
            for name, server, calls in (
                ("one", ours, cases.decisions(questions, token)),
                ("hello", hello, cases.hello),
                ("fifty", ours, cases.many_decisions(questions, token)),
            ):
                found[name].append(measured(server, calls, clients=DECISION_CLIENTS, seconds=seconds))
    finally:
        hello.end()
    rows = [
        row("decision", "Keyhouse", found["one"]),
        row("decisions, 50 in a request", "Keyhouse", found["fifty"], times=cases.MANY),
        row("hello", "granian, bare", found["hello"]),
    ]
    rows[0].limit = rows[0].rate / rows[2].rate
    rows[1].limit = rows[1].rate / rows[0].rate
    return rows


def table(rows: list[Row], bare: dict[str, float]) -> str:
    """All rows as a table that docs can hold."""
    lines = [
        "| operation | server | per second | p50 ms | p99 ms | CPU ms | × peer | of limit |",
        "|---|---|---:|---:|---:|---:|---:|---:|",
    ]
    for one in rows:
        peer = f"{one.peer:.1f}" if one.peer else ""
        limit = f"{one.limit:.2f}" if one.limit else ""
        lines.append(
            f"| {one.operation} | {one.server} | {one.rate:,.0f} | {one.p50:.2f} | {one.p99:.2f} | "
            f"{one.cpu:.3f} | {peer} | {limit} |"
        )
    lines += [f"| bare SQLite: {name} | one process, durable | {rate:,.0f} | | | | | |" for name, rate in bare.items()]
    return "\n".join(lines)


def main() -> None:
    """Set up, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    for name, usual in (("people", 10_000), ("assets", 2_000), ("grants", 100_000)):
        options.add_argument(f"--{name}", type=int, default=usual)
    options.add_argument("--seconds", type=float, default=4.0, help="how long each round takes")
    options.add_argument("--database", default="", help="the address of a PostgreSQL server; SQLite otherwise")
    options.add_argument("--only", choices=["scim", "decisions"], help="measure one of the two")
    wanted = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="keyhouse-bench-", dir=Path.cwd()) as folder:
        bare = limits.measure(Path(folder), wanted.seconds)
        ours = Keyhouse(Path(folder) / "data", wanted.database)
        made = ours.bootstrap()
        questions = json.loads(
            ours.run(*(str(getattr(wanted, one)) for one in ("people", "assets", "grants")), module="tests.bench.world")
        )
        server, rows = ours.serve(), []
        try:
            if wanted.only != "scim":
                rows += decisions(server, questions, made["integrations"][0]["token"], wanted.seconds)
            if wanted.only != "decisions":
                rows += scim(server, made["scim"]["token"], bare, wanted.seconds)
        finally:
            server.end()
    print(table(rows, bare))


if __name__ == "__main__":
    main()
