"""lookup entries"""

import sqlalchemy as sa
from alembic import op

revision = "a84d1e6f2c90"
down_revision = "5b1c7a90d3e4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lookup_entries",
        sa.Column("row_table", sa.String(length=60), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("owner_table", sa.String(length=60), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("script", sa.String(length=40), nullable=False),
        sa.Column("sort_key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lookup_entries")),
        sa.UniqueConstraint("row_table", "row_id", name=op.f("uq_lookup_entries_row_table_row_id")),
    )
    op.create_index(op.f("ix_lookup_entries_owner_table_owner_id"), "lookup_entries", ["owner_table", "owner_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_lookup_entries_owner_table_owner_id"), table_name="lookup_entries")
    op.drop_table("lookup_entries")
