"""The one lock of PDFium, which is not thread-safe: every call of it in this process holds it."""

from __future__ import annotations

import threading

PDFIUM = threading.Lock()
