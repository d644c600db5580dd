"""waivers"""

import sqlalchemy as sa
from alembic import op

revision = "d3b8f60a7e15"
down_revision = "c7d05e9a41b2"
branch_labels = None
depends_on = None

KEPT = ("conference_id", "code", "place", "digest", "message", "reason", "at")
MESSAGE = "waivers: what is recorded or published is never changed; add a new row that corrects it"
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "waivers",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", INSTANT, nullable=True),
        sa.Column("withdrawn_by_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("withdrawn_by_id IS NULL OR withdrawn_at IS NOT NULL", name=op.f("ck_waivers_withdrawn")),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_waivers_conference_id")),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_waivers_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["withdrawn_by_id"], ["users.id"], name=op.f("fk_waivers_withdrawn_by_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waivers")),
    )
    op.create_index(op.f("ix_waivers_conference_id_code"), "waivers", ["conference_id", "code"])
    for statement in guards():
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER waivers_keep")
        op.execute("DROP TRIGGER waivers_keep_rows")
        op.drop_table("waivers")
        return
    op.execute("DROP TRIGGER waivers_keep ON waivers")
    op.execute("DROP FUNCTION waivers_keep()")
    op.drop_table("waivers")


def guards() -> list[str]:
    """Keep what was waived, whatever program writes."""
    if op.get_bind().dialect.name == "sqlite":
        changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in KEPT)
        refuse = f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        return [
            f"CREATE TRIGGER waivers_keep BEFORE UPDATE ON waivers WHEN (1 = 1) AND ({changed}) {refuse}",
            f"CREATE TRIGGER waivers_keep_rows BEFORE DELETE ON waivers WHEN (1 = 1) {refuse}",
        ]
    changed = " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in KEPT)
    refuse = f"RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = '{MESSAGE}'"
    return [
        (
            "CREATE FUNCTION waivers_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF TG_OP = 'DELETE' THEN IF 1 = 1 THEN {refuse}; END IF; RETURN OLD; END IF; "
            f"IF (1 = 1) AND ({changed}) THEN {refuse}; END IF; RETURN NEW; END $$"
        ),
        ("CREATE TRIGGER waivers_keep BEFORE UPDATE OR DELETE ON waivers FOR EACH ROW EXECUTE FUNCTION waivers_keep()"),
    ]
