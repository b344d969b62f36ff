"""An export of figures holds everybody behind one, and stands in the log."""

import pytest

from keyhouse.domain.insights import actions
from keyhouse.domain.insights.rules import Figure
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def test_everybody_behind_a_figure_is_given(ada, cast):
    found = list(actions.export_figures(by=ada, figure=Figure.NO_SECOND_FACTOR))

    assert [person.id for person in found] == [cast.ada.id]
    assert audit.events(cast.acme.id)[0].sentence == "Ada exported the figures: Without second factor."


def test_who_may_not_see_figures_exports_none(ben, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.export_figures(by=ben, figure=Figure.NO_SECOND_FACTOR)
