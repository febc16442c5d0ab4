"""Parses the command line, runs one command, prints its answer, gives the exit code."""

from __future__ import annotations

import logging
import sys
from argparse import Namespace
from collections.abc import Sequence

from nagari_kit.cli.parser import build_parser
from nagari_kit.cli.reply import Reply, print_refusal, print_reply, say
from nagari_kit.errors import DiskFullError, NagariError
from nagari_kit.infra.command_line import UsageError

DONE, REFUSED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
NO_SPACE = 28

_log = logging.getLogger(__name__)


def main(argv: Sequence[str]) -> int:
    """Run one command; `argv` is without the program's name.

    0 done, 1 refused or failed, 2 wrong usage, 130 interrupted. Never a traceback.
    """
    _speak_utf8()
    # Until the office's log is open, Python would print what is logged as a traceback.
    if not logging.getLogger().handlers:
        logging.getLogger().addHandler(logging.NullHandler())
    parser = build_parser()
    try:
        args = parser.parse_args(list(argv))
    except UsageError as mistake:
        say(f"{mistake.usage}nagari-kit: {mistake}")
        return WRONG_USAGE
    except SystemExit as finished:
        return finished.code if isinstance(finished.code, int) else DONE
    if args.run is None:
        say("Jendela program tidak dapat dibuka di sini. Pakai salah satu perintah:")
        say(parser.format_usage().strip())
        return WRONG_USAGE
    return _run(args)


def _run(args: Namespace) -> int:
    try:
        reply: Reply | None = args.run(args)
    except UsageError as mistake:
        say(f"{mistake.usage}nagari-kit: {mistake}")
        return WRONG_USAGE
    except NagariError as error:
        print_refusal(error, as_json=args.json)
        return REFUSED
    except KeyboardInterrupt:
        say("Dihentikan. Yang sudah tersimpan tetap tersimpan.")
        return INTERRUPTED
    except BrokenPipeError:
        return REFUSED
    except OSError as error:
        print_refusal(_disk_trouble(error), as_json=args.json)
        return REFUSED
    except Exception as error:  # noqa: BLE001 - the last door before a traceback
        # A bug. The officer gets a sentence, the log gets the rest.
        _log.exception("command failed")
        print_refusal(_bug(error), as_json=args.json)
        return REFUSED
    if reply is not None:
        print_reply(reply, as_json=args.json)
        return reply.exit_code
    return DONE


def _disk_trouble(error: OSError) -> NagariError:
    if error.errno == NO_SPACE:
        return DiskFullError(
            "Ruang disk habis. Data yang sudah tersimpan tidak hilang; perubahan terakhir batal.",
            hint="Kosongkan sebagian disk, lalu ulangi.",
        )
    return NagariError(
        "Berkas atau folder tidak dapat dibaca atau ditulis. Data nagari tidak berubah.",
        hint="Periksa nama dan hak folder itu, lalu ulangi.",
        code="BERKAS-01",
        detail=f"errno {error.errno}",
    )


def _bug(error: Exception) -> NagariError:
    return NagariError(
        "Program menemui kesalahan yang belum dikenal. Data yang sudah tersimpan tidak hilang.",
        hint="Ulangi sekali lagi; bila tetap gagal, sampaikan kode ini kepada admin kabupaten.",
        code=f"KIT-99 {type(error).__name__}",
    )


def _speak_utf8() -> None:
    """Sentences hold dashes and quotes that an old code page of Windows lacks."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
