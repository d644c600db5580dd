"""Every table, imported for those who need all of them: migrations, guards, the shell."""

from confapp import audit, lookup, mail, revisions, slugs
from confapp.accounts import models as accounts
from confapp.agendas import models as agendas
from confapp.checks import models as checks
from confapp.committees import models as committees
from confapp.conferences import models as conferences
from confapp.desk.comments import models as comments
from confapp.floor import models as floor
from confapp.imports import models as imports
from confapp.letters import models as letters
from confapp.officials import models as officials
from confapp.organizations import models as organizations
from confapp.participation import models as participation
from confapp.proceedings import models as proceedings
from confapp.programme import models as programme
from confapp.records import models as records
from confapp.scheduling import models as scheduling
from confapp.search import models as search
from confapp.voting import models as voting

__all__ = [
    "accounts",
    "agendas",
    "audit",
    "checks",
    "comments",
    "committees",
    "conferences",
    "floor",
    "imports",
    "letters",
    "lookup",
    "mail",
    "officials",
    "organizations",
    "participation",
    "proceedings",
    "programme",
    "records",
    "revisions",
    "scheduling",
    "search",
    "slugs",
    "voting",
]
