"""${message}"""

import sqlalchemy as sa
from alembic import op
% if "JSON" in (upgrades or "") + (downgrades or ""):
from sqlalchemy.dialects.postgresql import JSONB
% endif
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}
% if "JSON" in (upgrades or "") + (downgrades or ""):

JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
% endif


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
