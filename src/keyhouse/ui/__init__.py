"""The look: tokens, components, layouts, pages, forms and the table of errors as pages; screens import it as `ui`."""

from keyhouse.ui.downloads import csv_download, csv_lines
from keyhouse.ui.fields import (
    BooleanField,
    ChoiceField,
    CodeField,
    DateField,
    DomainField,
    EmailField,
    EnumField,
    FileField,
    ManyField,
    NumberField,
    PasswordField,
    TextAreaField,
    TextField,
)
from keyhouse.ui.flashes import say
from keyhouse.ui.forms import Form
from keyhouse.ui.listing import Chip, Choice, Column, Head, Listing, Pages
from keyhouse.ui.pages import OPEN, SIGNED_IN, page
from keyhouse.ui.paging import Page, cursor_of, page_of
from keyhouse.ui.requests import Id, Request, Response, absolute
from keyhouse.ui.responses import dialog, done, onward, render
from keyhouse.ui.steps import Step, Steps, Trail
from keyhouse.ui.tools import Entry, Mark, Place, PlaceOption, Text, Tool

__all__ = [
    "OPEN",
    "SIGNED_IN",
    "BooleanField",
    "Chip",
    "Choice",
    "ChoiceField",
    "CodeField",
    "Column",
    "DateField",
    "DomainField",
    "EmailField",
    "Entry",
    "EnumField",
    "FileField",
    "Form",
    "Head",
    "Id",
    "Listing",
    "ManyField",
    "Mark",
    "NumberField",
    "Page",
    "Pages",
    "PasswordField",
    "Place",
    "PlaceOption",
    "Request",
    "Response",
    "Step",
    "Steps",
    "Text",
    "TextAreaField",
    "TextField",
    "Tool",
    "Trail",
    "absolute",
    "csv_download",
    "csv_lines",
    "cursor_of",
    "dialog",
    "done",
    "onward",
    "page",
    "page_of",
    "render",
    "say",
]
