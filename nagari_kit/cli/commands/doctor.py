"""`doctor`: is everything well with the office on this PC."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from nagari_kit.cli.commands.grammar import Subcommands, add_command
from nagari_kit.cli.office_session import office_paths, stated_passphrase, the_clock
from nagari_kit.cli.reply import Reply
from nagari_kit.infra.command_line import IndonesianParser
from nagari_kit.services.doctor import examine


def add_to(commands: Subcommands, shared: IndonesianParser) -> None:
    """Join the grammar."""
    add_command(commands, "doctor", "periksa kesehatan program dan data", _doctor, shared)


def _doctor(args: Namespace) -> Reply:
    report = examine(office_paths(args), stated_passphrase(args), clock=the_clock())
    content = {"ok": report.ok, "checks": [asdict(check) for check in report.checks]}
    lines = [f"{'baik ' if c.ok else 'PERLU DILIHAT'}  {c.name}: {c.detail}" for c in report.checks]
    return Reply(content, lines, exit_code=0 if report.ok else 1)
