"""Who takes part: invitations, delegations and their delegates, credentials, guests."""
