"""Looks, half pictures, videos, former contents, ignored problems, stored values; missing becomes gone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what duplicates, half pictures and calibration need, and use the product's word "gone"."""
    op.create_table(
        "stored_values",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_stored_values")),
    )
    with op.batch_alter_table("folders") as batch:
        batch.add_column(sa.Column("videos", sa.Integer(), server_default=sa.text("0"), nullable=False))
    with op.batch_alter_table("contents") as batch:
        batch.add_column(sa.Column("look", sa.LargeBinary()))
        batch.add_column(sa.Column("complete", sa.Float(), server_default=sa.text("1.0"), nullable=False))
    op.drop_index("ix_photos_folder_id_missing_at", "photos")
    with op.batch_alter_table("photos", recreate="always") as batch:
        batch.alter_column("missing_at", new_column_name="gone_at")
        batch.add_column(sa.Column("former_id", sa.Integer()))
        batch.create_foreign_key(
            op.f("fk_photos_former_id_contents"), "contents", ["former_id"], ["id"], ondelete="SET NULL"
        )
    op.create_index("ix_photos_folder_id_gone_at", "photos", ["folder_id", "gone_at"])
    op.create_index(
        "ix_photos_former_id", "photos", ["former_id"], sqlite_where=sa.text("former_id IS NOT NULL")
    )
    with op.batch_alter_table("problems", recreate="always") as batch:
        batch.add_column(sa.Column("ignored", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch.add_column(sa.Column("space_id", sa.Integer()))
        batch.create_foreign_key(
            op.f("fk_problems_space_id_spaces"), "spaces", ["space_id"], ["id"], ondelete="CASCADE"
        )
    op.create_index("ix_problems_space_id", "problems", ["space_id"])
