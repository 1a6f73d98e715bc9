"""The result of the work on the desk as a text to read, as `wizard assess` prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.tui.reading_page import ReadingPage

if TYPE_CHECKING:
    from wizard.report.document import Document
    from wizard.session.session import Session


class ReadingScreen(ReadingPage):
    """The whole document; it follows undo and redo."""

    NAME = "reading"
    HEADING = "What the evidence points to"
    ABOUT = "What the evidence points to for this council, how firmly, and why."

    def text_of(self, session: Session) -> Document:
        """The page of `wizard assess`."""
        from wizard.report.assessment_document import assessment_document
        from wizard.report.subject import Subject

        name = str(session.path) if session.path is not None else f"{session.file.id}.yaml"
        return assessment_document(Subject(session.assessment, session.file, name))
