"""Says in Indonesian what Qt says by itself: file dialogs, message boxes, menus of fields.

Qt comes without an Indonesian translation. On a desktop without a theme of its own, and in the
menus of fields and scroll bars everywhere, its words would be English.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QApplication

_BUTTONS = {
    "OK": "Oke",
    "Save": "Simpan",
    "Save All": "Simpan semua",
    "Open": "Buka",
    "&Yes": "&Ya",
    "Yes to &All": "Ya untuk &semua",
    "&No": "&Tidak",
    "N&o to All": "Ti&dak untuk semua",
    "Abort": "Hentikan",
    "Retry": "Coba lagi",
    "Ignore": "Abaikan",
    "Close": "Tutup",
    "Cancel": "Batal",
    "Discard": "Buang",
    "Help": "Bantuan",
    "Apply": "Terapkan",
    "Reset": "Setel ulang",
    "Restore Defaults": "Kembalikan ke awal",
    "Show Details...": "Tampilkan rincian …",
    "Hide Details...": "Sembunyikan rincian …",
}
_FILE_DIALOG = {
    "Back": "Kembali",
    "Go back": "Kembali ke folder sebelumnya",
    "Forward": "Maju",
    "Go forward": "Maju ke folder berikutnya",
    "Parent Directory": "Folder induk",
    "Go to the parent directory": "Naik ke folder induk",
    "Create New Folder": "Buat folder baru",
    "Create a New Folder": "Buat folder baru",
    "&New Folder": "&Folder baru",
    "New Folder": "Folder baru",
    "List View": "Daftar",
    "Change to list view mode": "Tampilkan nama saja",
    "Detail View": "Rincian",
    "Change to detail view mode": "Tampilkan ukuran dan tanggal juga",
    "Sidebar": "Tempat",
    "List of places and bookmarks": "Daftar tempat yang sering dibuka",
    "Files": "Berkas",
    "&Look in:": "&Cari di:",
    "Look in:": "Cari di:",
    "File &name:": "&Nama berkas:",
    "Files of &type:": "&Jenis berkas:",
    "Files of type:": "Jenis berkas:",
    "All files (*)": "Semua berkas (*)",
    "All Files (*)": "Semua berkas (*)",
    "Find Directory": "Cari folder",
    "Directory:": "Folder:",
    "Directories": "Folder",
    "Open": "Buka",
    "Save As": "Simpan sebagai",
    "&Open": "&Buka",
    "&Save": "&Simpan",
    "&Choose": "&Pilih",
    "&Rename": "&Ganti nama",
    "&Delete": "&Hapus",
    "Delete": "Hapus",
    "Remove": "Hapus",
    "Show ": "Tampilkan ",
    "Show &hidden files": "Tampilkan berkas &tersembunyi",
    "Recent Places": "Terakhir dibuka",
    "My Computer": "Komputer ini",
    "%1 already exists.\nDo you want to replace it?": "%1 sudah ada.\nTimpa dengan yang baru?",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nFolder itu tidak ada.\nPeriksa ejaan namanya, lalu coba lagi."
    ),
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nBerkas itu tidak ada.\nPeriksa ejaan namanya, lalu coba lagi."
    ),
    "'%1' is write protected.\nDo you want to delete it anyway?": (
        "“%1” dilindungi dari perubahan.\nHapus juga?"
    ),
    "Are you sure you want to delete '%1'?": "Hapus “%1”?",
    "Could not delete directory.": "Folder itu tidak bisa dihapus.",
}
_FILES = {
    "Name": "Nama",
    "Size": "Ukuran",
    "Type": "Jenis",
    "Kind": "Jenis",
    "Date Modified": "Diubah",
    "Computer": "Komputer ini",
    "My Computer": "Komputer ini",
    "Drive": "Diska",
    "Folder": "Folder",
    "File Folder": "Folder",
    "File": "Berkas",
    "%1 File": "Berkas %1",
    "Alias": "Pintasan",
    "Shortcut": "Pintasan",
    "Unknown": "Tidak dikenal",
    "Invalid filename": "Nama berkas tidak bisa dipakai",
    '<b>The name "%1" cannot be used.</b><p>Try using another name, with fewer characters or no '
    "punctuation marks.": (
        "<b>Nama “%1” tidak bisa dipakai.</b><p>Pakai nama yang lebih pendek, tanpa tanda baca."
    ),
}
_FIELD_MENU = {
    "&Undo": "&Urungkan",
    "&Redo": "Ula&ngi",
    "Cu&t": "&Potong",
    "&Copy": "&Salin",
    "&Paste": "&Tempel",
    "Delete": "Hapus",
    "Select All": "Pilih semua",
    "&Select All": "Pilih &semua",
    "&Step up": "&Naikkan",
    "Step &down": "&Turunkan",
    "Copy &Link Location": "Salin alamat &tautan",
}
_SCROLL_MENU = {
    "Scroll here": "Gulir ke sini",
    "Top": "Paling atas",
    "Bottom": "Paling bawah",
    "Left edge": "Paling kiri",
    "Right edge": "Paling kanan",
    "Page up": "Satu layar ke atas",
    "Page down": "Satu layar ke bawah",
    "Page left": "Satu layar ke kiri",
    "Page right": "Satu layar ke kanan",
    "Scroll up": "Gulir ke atas",
    "Scroll down": "Gulir ke bawah",
    "Scroll left": "Gulir ke kiri",
    "Scroll right": "Gulir ke kanan",
}
_WORDS = {
    "PlatformTheme": _BUTTONS,
    "DialogButtonBox": _BUTTONS,
    "MessageBox": _BUTTONS,
    "FileDialog": _FILE_DIALOG,
    "FileSystemModel": _FILES,
    "AbstractFileIconProvider": _FILES,
    "FileIconProvider": _FILES,
    "LineEdit": _FIELD_MENU,
    "WidgetTextControl": _FIELD_MENU,
    "AbstractSpinBox": _FIELD_MENU,
    "ScrollBar": _SCROLL_MENU,
}
"""By class of Qt, without its Q."""
_NONE: dict[str, str] = {}


class QtWords(QTranslator):
    """Knows Qt's own words alone; those of the program are Indonesian in the source."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """An empty translator would not be asked."""
        return False

    def translate(
        self, context: str, source: str, _disambiguation: str | None = None, _number: int = -1
    ) -> str | None:
        """The Indonesian words; None is Qt's "not known", where "" would blank the text."""
        return _WORDS.get(context.removeprefix("Q"), _NONE).get(source)


def speak_indonesian(application: QApplication) -> QObject:
    """Let everything that Qt builds from now on be Indonesian; returns the translator."""
    words = QtWords(application)
    application.installTranslator(words)
    return words
