"""scans of letters, comments on proceedings, numbers of agenda items that follow"""

import sqlalchemy as sa
from alembic import op

revision = "3e9b6f12c7d4"
down_revision = "d3b8f60a7e15"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("agendas", sa.Column("numbers_follow", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("conferences", sa.Column("takes_comments", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "letter_scans",
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=60), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letters.id"], name=op.f("fk_letter_scans_letter_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_scans")),
        sa.UniqueConstraint("letter_id", "digest", name=op.f("uq_letter_scans_letter_id_digest")),
    )
    op.create_table(
        "comments",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "pending",
                "shown",
                "refused",
                "erased",
                name="commentstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("receipt_digest", sa.String(length=64), nullable=False),
        sa.Column("sent_at", INSTANT, nullable=False),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_comments_conference_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comments")),
        sa.UniqueConstraint("receipt_digest", name=op.f("uq_comments_receipt_digest")),
    )
    op.create_index(op.f("ix_comments_conference_id_state"), "comments", ["conference_id", "state"])


def downgrade() -> None:
    op.drop_index(op.f("ix_comments_conference_id_state"), table_name="comments")
    op.drop_table("comments")
    op.drop_table("letter_scans")
    op.drop_column("conferences", "takes_comments")
    op.drop_column("agendas", "numbers_follow")
