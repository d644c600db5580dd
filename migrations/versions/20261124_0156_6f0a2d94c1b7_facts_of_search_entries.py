"""facts of search entries"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "6f0a2d94c1b7"
down_revision = "3e9b6f12c7d4"
branch_labels = None
depends_on = None

JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
NOTHING_IS_INDEXED = "DELETE FROM search_states"


def upgrade() -> None:
    # A batch would copy the table, and the triggers that keep the full text would go with the old one.
    op.add_column("search_entries", sa.Column("facts", JSON, nullable=True))
    op.execute(NOTHING_IS_INDEXED)


def downgrade() -> None:
    op.drop_column("search_entries", "facts")
    op.execute(NOTHING_IS_INDEXED)
