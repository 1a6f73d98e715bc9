"""What was read once and found sound is kept for the next run, as compiled Python is.

Reading and checking a whole rule set takes longer than everything else that `wizard assess` does. What
came of it is kept in the person's cache folder under a digest of every byte it was read from and of the
program's own files, so that any change is noticed. Nothing depends on it: where the folder cannot be
written, or an entry cannot be read back, the files are read again.
"""

from .digests import digest_of_bytes, digest_of_folder
from .records import Record, recorded
from .shelf import is_on, keep, recall

__all__ = ["Record", "digest_of_bytes", "digest_of_folder", "is_on", "keep", "recall", "recorded"]
