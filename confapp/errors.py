"""What confapp refuses, as exceptions that carry a sentence for people."""


class RuleViolation(Exception):
    """A rule of the field refuses the act: a message on the page, 409 in the API.

    The message says what happened and what to do; it is shown to people as it stands.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        """Keep the message, and the name of the field it belongs to where there is one."""
        super().__init__(message)
        self.message = message
        self.field = field


class StaleEdit(RuleViolation):
    """Somebody else changed the thing since the form was opened; nothing was written over."""


class NotFound(RuleViolation):
    """What was named does not exist, or may not be seen by who asks."""
