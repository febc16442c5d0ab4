"""The parts of all screens; screens import them from here.

A part's module is loaded when the part is first asked for: the first window needs few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nagari_kit.ui.widgets.button import Button
    from nagari_kit.ui.widgets.date_input import DateInput
    from nagari_kit.ui.widgets.dialogs import ConfirmDialog, FormDialog
    from nagari_kit.ui.widgets.fields import (
        CapsLockLine,
        CheckRow,
        FieldRow,
        LabeledField,
        SegmentedControl,
        announce,
    )
    from nagari_kit.ui.widgets.focus_keeping import FocusKeeper
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
    from nagari_kit.ui.widgets.option_line import OptionLine
    from nagari_kit.ui.widgets.pill import Pill
    from nagari_kit.ui.widgets.scrolling import ScrollPage
    from nagari_kit.ui.widgets.table import ColumnPlan, DataTable
    from nagari_kit.ui.widgets.tabs import Tabs
    from nagari_kit.ui.widgets.tiles import DropZone, KeyValueList, ResultTile
    from nagari_kit.ui.widgets.toast import Toast
    from nagari_kit.ui.widgets.tree_painting import TreeLabel
    from nagari_kit.ui.widgets.tree_view import TreeView

_HOMES = {
    "Button": "button",
    "CapsLockLine": "fields",
    "DateInput": "date_input",
    "ConfirmDialog": "dialogs",
    "FormDialog": "dialogs",
    "FocusKeeper": "focus_keeping",
    "CheckRow": "fields",
    "FieldRow": "fields",
    "LabeledField": "fields",
    "SegmentedControl": "fields",
    "announce": "fields",
    "Card": "frames",
    "PageHead": "frames",
    "StepLine": "frames",
    "StickyFooter": "frames",
    "WorkTopBar": "frames",
    "ComboInput": "inputs",
    "PassphraseInput": "inputs",
    "SearchInput": "inputs",
    "TextArea": "inputs",
    "TextInput": "inputs",
    "mark_wrong": "inputs",
    "Chip": "labels",
    "ElidedLabel": "labels",
    "IconLabel": "labels",
    "IconTile": "labels",
    "InitialsDisc": "labels",
    "KeyHint": "labels",
    "Banner": "notices",
    "BusyLine": "notices",
    "EmptyState": "notices",
    "ErrorSummary": "notices",
    "OptionLine": "option_line",
    "Pill": "pill",
    "ScrollPage": "scrolling",
    "ColumnPlan": "table",
    "DataTable": "table",
    "Tabs": "tabs",
    "DropZone": "tiles",
    "KeyValueList": "tiles",
    "ResultTile": "tiles",
    "Toast": "toast",
    "TreeLabel": "tree_painting",
    "TreeView": "tree_view",
}


def __getattr__(name: str) -> object:
    """Load the module of `name` (PEP 562)."""
    home = _HOMES.get(name)
    if home is None:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    part: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = part
    return part


__all__ = [
    "Banner",
    "BusyLine",
    "Button",
    "CapsLockLine",
    "Card",
    "CheckRow",
    "Chip",
    "ColumnPlan",
    "ComboInput",
    "ConfirmDialog",
    "DataTable",
    "DateInput",
    "DropZone",
    "ElidedLabel",
    "EmptyState",
    "ErrorSummary",
    "FieldRow",
    "FocusKeeper",
    "FormDialog",
    "IconLabel",
    "IconTile",
    "InitialsDisc",
    "KeyHint",
    "KeyValueList",
    "LabeledField",
    "OptionLine",
    "PageHead",
    "PassphraseInput",
    "Pill",
    "ResultTile",
    "ScrollPage",
    "SearchInput",
    "SegmentedControl",
    "StepLine",
    "StickyFooter",
    "Tabs",
    "TextArea",
    "TextInput",
    "Toast",
    "TreeLabel",
    "TreeView",
    "WorkTopBar",
    "announce",
    "mark_wrong",
]
