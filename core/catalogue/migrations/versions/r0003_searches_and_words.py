"""Searches, history, excludes, what is no duplicate; words of names, keywords and captions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Frozen here: a later change of the words is a later step.
_STEM = "rtrim(CAST({row}.name AS TEXT), replace(CAST({row}.name AS TEXT), '.', ''))"
_WORDS = f"CASE {_STEM} WHEN '' THEN CAST({{row}}.name AS TEXT) ELSE {_STEM} END"
_NEW = f"""INSERT INTO photo_words (rowid, name, keywords, caption) VALUES
    (NEW.id, {_WORDS.format(row="NEW")}, NEW.keywords, NEW.caption);"""
_STEPS = (
    """CREATE VIRTUAL TABLE photo_words USING fts5(name, keywords, caption,
    tokenize = "unicode61 remove_diacritics 2", detail = full)""",
    f"""CREATE TRIGGER photo_words_added AFTER INSERT ON photos BEGIN {_NEW} END""",
    f"""CREATE TRIGGER photo_words_changed AFTER UPDATE OF name, keywords, caption ON photos
    WHEN OLD.name IS NOT NEW.name OR OLD.keywords IS NOT NEW.keywords OR OLD.caption IS NOT NEW.caption
    BEGIN DELETE FROM photo_words WHERE rowid = OLD.id; {_NEW} END""",
    """CREATE TRIGGER photo_words_gone AFTER DELETE ON photos
    BEGIN DELETE FROM photo_words WHERE rowid = OLD.id; END""",
    f"""INSERT INTO photo_words (rowid, name, keywords, caption)
    SELECT p.id, {_WORDS.format(row="p")}, p.keywords, p.caption FROM photos AS p""",
)


def upgrade() -> None:
    """Add what the window keeps for a person beside their photos."""
    with op.batch_alter_table("folders") as batch:
        batch.add_column(sa.Column("excludes", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.create_table(
        "searches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("query", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", sa.Float(), nullable=False),
        sa.Column("seen_at", sa.Float(), server_default=sa.text("0"), nullable=False),
        sa.Column("new", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_searches")),
    )
    op.create_index(
        "ix_searches_history", "searches", ["query"], unique=True, sqlite_where=sa.text("name IS NULL")
    )
    op.create_table(
        "apart",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("one_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["one_id"], ["contents.id"], name=op.f("fk_apart_one_id_contents"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["contents.id"], name=op.f("fk_apart_other_id_contents"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_apart")),
        sa.UniqueConstraint("one_id", "other_id", name=op.f("uq_apart_one_id_other_id")),
    )
    op.create_index("ix_apart_other_id", "apart", ["other_id"])
    for step in _STEPS:
        op.execute(sa.text(step.replace(":", "\\:")))
