"""full text"""

from alembic import op

revision = "5b1c7a90d3e4"
down_revision = "e2c0216dd078"
branch_labels = None
depends_on = None

VECTOR = "(setweight(to_tsvector('simple', title_terms), 'A') || setweight(to_tsvector('simple', terms), 'B'))"
SET_UP = {
    "sqlite": [
        (
            "CREATE VIRTUAL TABLE search_text USING fts5(title_terms, terms, content='search_entries',"
            " content_rowid='id', tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\", prefix='2 3')"
        ),
        (
            "CREATE TRIGGER search_text_insert AFTER INSERT ON search_entries BEGIN"
            " INSERT INTO search_text (rowid, title_terms, terms) VALUES (NEW.id, NEW.title_terms, NEW.terms); END"
        ),
        (
            "CREATE TRIGGER search_text_delete AFTER DELETE ON search_entries BEGIN"
            " INSERT INTO search_text (search_text, rowid, title_terms, terms)"
            " VALUES ('delete', OLD.id, OLD.title_terms, OLD.terms); END"
        ),
    ],
    "postgresql": [f"CREATE INDEX search_text ON search_entries USING gin ({VECTOR})"],
}
TAKE_AWAY = {
    "sqlite": [
        "DROP TRIGGER search_text_insert",
        "DROP TRIGGER search_text_delete",
        "DROP TABLE search_text",
    ],
    "postgresql": ["DROP INDEX search_text"],
}


def upgrade() -> None:
    for statement in SET_UP[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    for statement in TAKE_AWAY[op.get_bind().dialect.name]:
        op.execute(statement)
