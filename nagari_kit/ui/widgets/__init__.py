"""The parts of all screens; screens import them from here."""

from nagari_kit.ui.widgets.button import Button
from nagari_kit.ui.widgets.date_input import DateInput, read_date
from nagari_kit.ui.widgets.dialogs import ConfirmDialog, FormDialog
from nagari_kit.ui.widgets.fields import (
    CheckRow,
    FieldRow,
    LabeledField,
    SegmentedControl,
    announce,
)
from nagari_kit.ui.widgets.frames import Card, PageHead, StepLine, StickyFooter, WorkTopBar
from nagari_kit.ui.widgets.inputs import (
    ComboInput,
    PassphraseInput,
    SearchInput,
    TextArea,
    TextInput,
    mark_wrong,
)
from nagari_kit.ui.widgets.labels import (
    Chip,
    ElidedLabel,
    IconLabel,
    IconTile,
    InitialsDisc,
    KeyHint,
)
from nagari_kit.ui.widgets.notices import Banner, BusyLine, EmptyState, ErrorSummary
from nagari_kit.ui.widgets.pill import Pill
from nagari_kit.ui.widgets.table import DataTable
from nagari_kit.ui.widgets.tabs import Tabs
from nagari_kit.ui.widgets.tiles import DropZone, KeyValueList, ResultTile
from nagari_kit.ui.widgets.toast import Toast

__all__ = [
    "Banner",
    "BusyLine",
    "Button",
    "Card",
    "CheckRow",
    "Chip",
    "ComboInput",
    "ConfirmDialog",
    "DataTable",
    "DateInput",
    "DropZone",
    "ElidedLabel",
    "EmptyState",
    "ErrorSummary",
    "FieldRow",
    "FormDialog",
    "IconLabel",
    "IconTile",
    "InitialsDisc",
    "KeyHint",
    "KeyValueList",
    "LabeledField",
    "PageHead",
    "PassphraseInput",
    "Pill",
    "ResultTile",
    "SearchInput",
    "SegmentedControl",
    "StepLine",
    "StickyFooter",
    "Tabs",
    "TextArea",
    "TextInput",
    "Toast",
    "WorkTopBar",
    "announce",
    "mark_wrong",
    "read_date",
]
