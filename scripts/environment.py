"""Installs what a command of the Makefile needs, says what it does, and does nothing the second time."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
EXTRAS = {"run": "", "test": "[test]", "check": "[dev]"}
DEBIAN = {  # package: (a file that shows it is there, what it is for)
    "chromium": ("/usr/bin/chromium", "the browser tests"),
    "postgresql": ("/usr/lib/postgresql", "the tests on PostgreSQL"),
    "xmlsec1": ("/usr/bin/xmlsec1", "a SAML identity provider as peer (pysaml2)"),
    "simplesamlphp": ("/usr/share/simplesamlphp", "a SAML identity provider as peer (SimpleSAMLphp)"),
    "php-cli": ("/usr/bin/php", "a SAML identity provider as peer (SimpleSAMLphp)"),
    "php-cgi": (
        "/usr/bin/php-cgi",
        "SimpleSAMLphp without a web server of its own",
    ),
}


def main() -> None:
    """Make the environment of `run`, `test` or `check`."""
    purpose = sys.argv[1]
    if sys.version_info < (3, 11):
        sys.exit(
            f"Keyhouse needs Python 3.11 or later; this is {sys.version.split()[0]}. Say PYTHON=… to name another."
        )
    if purpose != "run":
        install_debian_packages()
    install_python_packages(purpose)


def install_debian_packages() -> None:
    """As root, install what Debian has; otherwise say which tests will be left out."""
    missing = [name for name, (file, _) in DEBIAN.items() if not Path(file).exists()]
    if not missing:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        for name in missing:
            print(f"== left out: {DEBIAN[name][1]}, as {name} is not installed (we are not root on Debian)", flush=True)
        return
    step(f"installing {', '.join(missing)} with apt-get")
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet, stdout=subprocess.DEVNULL)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    together = subprocess.run([*install, *missing], check=False, env=quiet, capture_output=True)
    for name in missing if together.returncode != 0 else []:
        done = subprocess.run([*install, name], check=False, env=quiet, capture_output=True, text=True)
        if done.returncode != 0:
            why = done.stderr.strip()[-200:]
            print(f"== left out: {DEBIAN[name][1]}, as {name} could not be installed: {why}", flush=True)


def install_python_packages(purpose: str) -> None:
    """Make .venv and install Keyhouse with what it needs, unless that was done for this very state of the lists."""
    lists = b"".join((ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt"))
    state = hashlib.sha256(lists + str(ROOT).encode()).hexdigest()
    stamp = VENV / f"installed-{purpose}"
    if stamp.exists() and stamp.read_text() == state:
        return
    if not (VENV / "bin/python").exists():
        step(f"making .venv with Python {sys.version.split()[0]}")
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    step(f"installing Keyhouse{EXTRAS[purpose]} and the packages of constraints.txt (a minute the first time)")
    started = time.monotonic()
    pip = [
        VENV / "bin/python",
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--quiet",
        "-c",
        "constraints.txt",
    ]
    done = subprocess.run([*pip, "-e", f".{EXTRAS[purpose]}"], check=False, cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"pip could not install what Keyhouse needs:\n{done.stdout}{done.stderr}")
    print(f"   done in {time.monotonic() - started:.0f} s", flush=True)
    for name in {"run": ["run"], "test": ["run", "test"], "check": ["run", "test", "check"]}[purpose]:
        (VENV / f"installed-{name}").write_text(state)


def step(what: str) -> None:
    """Print what comes next."""
    print(f"== {what}", flush=True)


main()
