"""From what a handler gives, or what goes wrong in it, to an answer that goes out; the same for every server."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.responses import HTMLResponse, RedirectResponse, Response

from wizard.problems import Unreadable
from wizard.session.change import NotTaken

from .exchange import TOKEN, File, Goto, Refusal
from .refusals import refusal_page
from .shell import whole_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from .exchange import Form, Given
    from .shell import Around


def handled(make: Callable[[], Given]) -> Given:
    """What the handler gives; whatever stands in the way as a page that says so."""
    try:
        return make()
    except Refusal as refusal:
        return refusal_page(refusal)
    except NotTaken as fault:
        return refusal_page(Refusal(422, "This cannot be taken.", " ".join(filter(None, (fault.message, fault.hint)))))
    except Unreadable as fault:
        said = " ".join(f"{each.message} {each.hint or ''}" for each in dict.fromkeys(fault.problems))
        return refusal_page(Refusal(422, "This cannot be used.", said))
    except Exception as fault:
        # What went wrong goes to whoever runs the server, never into a page.
        logging.getLogger("wizard.web").exception("A fault of the program: %s", type(fault).__name__)
        hint = "It is the program's fault, not yours. Your answers are kept: go back and try again."
        return refusal_page(Refusal(500, "This should not have happened.", hint))


def proven(read: Callable[[], Form], is_proof: Callable[[str], bool]) -> Form:
    """The form, once it has proved where it came from. Raises Refusal."""
    try:
        form = read()
    except ValueError:
        raise Refusal(400, "This form cannot be read.", "Send the form of the page. Nothing was changed.") from None
    if not is_proof(form.one(TOKEN)):
        hint = "It may be of an earlier session. Load the page again, then send it. Nothing was changed."
        raise Refusal(403, "This form did not come from this server's own page.", hint)
    return form


def response_of(given: Given, around: Around) -> Response:
    """The answer as it goes out, without a cookie."""
    if isinstance(given, Goto):
        return RedirectResponse(given.path, 303)
    if isinstance(given, File):
        name = f"attachment; filename*=UTF-8''{quote(given.name)}"
        return Response(given.data, media_type=given.kind, headers={"content-disposition": name})
    return HTMLResponse(whole_page(given, around), given.status, headers=dict(given.more))
