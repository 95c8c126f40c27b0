#!/usr/bin/env python3
"""Runs Bot API clients of other projects against the fake server.

    python3 tests/interop/run.py

builds the server, makes a virtual environment in a temporary folder, installs the pinned versions
of python-telegram-bot and aiogram there, and has each send, upload, edit, delete, poll and
download. It needs Python 3.10 or later, and an index of Python packages to install from. With
`--venv DIR` the environment is kept there and used again the next time. `cargo test` does not run it.

Exit status: 0 both libraries work, 1 one of them fails, 2 they could not be run.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import venv

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CLIENTS = {"with_python_telegram_bot.py": "python-telegram-bot==22.8", "with_aiogram.py": "aiogram==3.31.0"}


def environment(folder):
    """Makes a virtual environment with both libraries and returns its Python."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*command, *CLIENTS.values()], check=True)
    return python


def server():
    """Builds the server and returns its path."""
    command = ["cargo", "build", "--package", "fake-server", "--message-format=json"]
    built = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    messages = map(json.loads, built.stdout.splitlines())
    return next(m["executable"] for m in messages if m.get("executable"))


def run(python, executable, client):
    """Runs a client against a server of its own; true if it succeeds."""
    command = [executable, "telegram", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            url, _, token = process.stdout.readline().split()
            env = {**os.environ, "SERVER_URL": url, "BOT_TOKEN": token}
            return subprocess.run([python, HERE / client], env=env, timeout=120).returncode == 0
        finally:
            process.terminate()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--venv", type=pathlib.Path, help="a folder for the environment, kept")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            executable = server()
            python = environment(args.venv or pathlib.Path(folder) / "venv")
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"error: {error}", file=sys.stderr)
            return 2
        passed = {}
        for client, package in CLIENTS.items():
            passed[package] = run(python, executable, client)
            print(f"{package}: {'ok' if passed[package] else 'FAILED'}")
        return 0 if all(passed.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
