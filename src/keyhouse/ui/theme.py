"""The theme: light, dark, or as the system has it; kept in a cookie of the browser."""

from django.conf import settings

from keyhouse.ui.frame import THEME_COOKIE, THEMES
from keyhouse.ui.pages import OPEN, page
from keyhouse.ui.requests import Request, Response, local_path
from keyhouse.ui.responses import see_other

app_name = "theme"
YEAR = 365 * 24 * 60 * 60


def choose(request: Request) -> Response:
    """Keep the chosen theme, and go back to the page that was open."""
    response = see_other(local_path(request.POST.get("next")))
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        response.set_cookie(THEME_COOKIE, chosen, max_age=YEAR, httponly=True, samesite="Lax", secure=settings.HTTPS)
    else:
        response.delete_cookie(THEME_COOKIE, samesite="Lax")
    return response


urlpatterns = [page("", choose, needs=OPEN, name="choose", methods=["POST"])]
