"""The log of a session as a page, and what is moved, voted, ruled and decided in it."""

from confapp.voting.views import acts, votes

__all__ = ["acts", "votes"]
