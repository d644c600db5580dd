"""The pages of accounts; those of administrators and organizers nest themselves under /manage."""

from confapp.accounts.views import account, entering, me, rights, trail, users

__all__ = ["rights", "trail", "users"]

blueprints = (entering.blueprint, account.blueprint, me.blueprint)
