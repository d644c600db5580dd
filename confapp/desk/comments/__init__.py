"""Comments on proceedings: sent by strangers, moderated, shown or refused."""
