#!/usr/bin/env python3
"""Runs Bot API clients of other projects against the fake server.

    python3 tests/interop/run.py [CLIENT ...] [--keep DIR]

builds the server, installs the pinned versions of the clients in a temporary folder, and has each
of them send, upload, edit, delete, poll and download against a server of its own. It needs Python
3.10 or later, Node.js 20 or later with npm, cargo, and the registries of these to install from.
With `--keep DIR` what is installed stays there and is used again the next time. `cargo test` does
not run it.

A client is a script in `python/` or `node/`, or a program in `rust/src/bin/`. It finds the server
in SERVER_URL and BOT_TOKEN, and prints a line for each check: `ok <name>`, or `FAILED <name>: <why>`.

Exit status: 0 all clients are content, 1 one of them is not, 2 they could not be run.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import venv

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# The name of each client, the folder of its language, and its script or program.
CLIENTS = {
    "teloxide": ("rust", "teloxide"),
    "tgbot": ("rust", "tgbot"),
    "frankenstein": ("rust", "frankenstein"),
    "grammy": ("node", "grammy.mjs"),
    "telegraf": ("node", "telegraf.mjs"),
    "node-telegram-bot-api": ("node", "node-telegram-bot-api.mjs"),
    "pyTelegramBotAPI": ("python", "telebot_client.py"),
    "python-telegram-bot": ("python", "python_telegram_bot_client.py"),
    "aiogram": ("python", "aiogram_client.py"),
}
# The files with the versions that are installed.
PINS = {"rust": "Cargo.toml", "node": "package.json", "python": "requirements.txt"}
# The clients that send names that are in no page, and which the real server ignores.
LENIENT = {"telegraf": "`method` beside the parameters, `hide` in buttons"}
# The longest time that a client takes, in seconds.
TIMEOUT = 120


def pinned_version(client):
    """Returns the version of a client that is installed."""
    language, _ = CLIENTS[client]
    pins = (HERE / language / PINS[language]).read_text()
    return re.search(rf"\b{client}\b[^\d\n]*([\d.]+)", pins)[1]


def install_python(folder):
    """Makes a virtual environment with the clients, and returns how a script is run."""
    python = folder / "venv" / "bin" / "python"
    if not python.exists():
        venv.create(folder / "venv", with_pip=True)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-r", HERE / "python" / PINS["python"]], check=True)
    return lambda script: [python, HERE / "python" / script]


def install_node(folder):
    """Installs the packages beside a copy of the scripts, and returns how a script is run."""
    node = folder / "node"
    shutil.copytree(HERE / "node", node, dirs_exist_ok=True)
    npm = ["npm", "install", "--silent", "--no-package-lock", "--no-audit", "--no-fund"]
    subprocess.run(npm, cwd=node, check=True)
    return lambda script: ["node", node / script]


def install_rust(folder):
    """Builds the programs, and returns how one is run."""
    target = folder / "target"
    cargo = ["cargo", "build", "--quiet", "--locked", "--bins", "--target-dir", target]
    subprocess.run(cargo, cwd=HERE / "rust", check=True)
    return lambda program: [target / "debug" / program]


INSTALL = {"python": install_python, "node": install_node, "rust": install_rust}


def build_server():
    """Builds the server and returns its path."""
    command = ["cargo", "build", "--package", "fake-server", "--message-format=json"]
    built = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    messages = map(json.loads, built.stdout.splitlines())
    return next(m["executable"] for m in messages if m.get("executable"))


def run_client(command, server):
    """Runs a client against a server; returns the calls that the server received, the names of
    checks that passed, and what went wrong."""
    with subprocess.Popen(server, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            url, _, token = process.stdout.readline().split()
            env = {**os.environ, "SERVER_URL": url, "BOT_TOKEN": token}
            output = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
            try:
                ran = subprocess.run(command, env=env, timeout=TIMEOUT, text=True, **output)
                lines, status, errors = ran.stdout.splitlines(), ran.returncode, ran.stderr
            except subprocess.TimeoutExpired as error:
                lines, errors = (error.stdout or b"").decode().splitlines(), ""
                status = f"none after {TIMEOUT} seconds"
            with urllib.request.urlopen(f"{url}/control/calls") as answer:
                calls = json.load(answer)["received"]
        finally:
            process.terminate()
    passed = [line for line in lines if line.startswith("ok ")]
    failed = [line for line in lines if line.startswith("FAILED ")]
    if status or not passed:
        failed.append(f"FAILED: exit status {status}\n{errors}")
    return calls, passed, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("client", nargs="*", help=f"which to run: {', '.join(CLIENTS)}; else all")
    parser.add_argument("--keep", type=pathlib.Path, help="a folder for what is installed, kept")
    args = parser.parse_args()
    unknown = set(args.client) - set(CLIENTS)
    if unknown:
        parser.error(f"no client {', '.join(sorted(unknown))}: there is {', '.join(CLIENTS)}")
    chosen = args.client or list(CLIENTS)
    content = True
    with tempfile.TemporaryDirectory() as temporary:
        folder = (args.keep or pathlib.Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        try:
            executable = build_server()
            languages = {CLIENTS[client][0] for client in chosen}
            commands = {language: INSTALL[language](folder) for language in sorted(languages)}
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"error: {error}", file=sys.stderr)
            return 2
        print(f"{'client':<22} {'version':<8} {'calls':>5} {'checks':>6}  content")
        for client in chosen:
            language, script = CLIENTS[client]
            mode = ["--lenient"] if client in LENIENT else []
            server = [executable, "telegram", "--port", "0", *mode]
            calls, passed, failed = run_client(commands[language](script), server)
            content = content and not failed
            checks = f"{len(passed)}/{len(passed) + len(failed)}"
            verdict = ("no" if failed else "yes") + ("  (--lenient)" if mode else "")
            print(f"{client:<22} {pinned_version(client):<8} {calls:>5} {checks:>6}  {verdict}")
            for line in failed:
                print(f"    {line}")
            sys.stdout.flush()
    return 0 if content else 1


if __name__ == "__main__":
    sys.exit(main())
