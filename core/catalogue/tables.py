"""The tables of the catalogue. They never leave this package.

A photo's path is split: ``directories.path`` (with its last separator) + ``photos.name``. The long
part is then kept once per directory, not once in each row and once more in the unique index.
Paths are bytes, because names on disk need not be text. Times are POSIX seconds.
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
    false,
    text,
)

# Revisions this program knows, oldest first. Read without alembic, whose import costs 0.3 s.
REVISIONS = ("0001", "0002", "0003", "0004")
HEAD = REVISIONS[-1]

metadata = MetaData(
    # Batch migrations can only drop what has a name.
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

folders = Table(
    "folders",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("path", LargeBinary, nullable=False, unique=True),
    Column("state", Text, nullable=False),
    Column("added_at", Float, nullable=False),
    Column("removed_at", Float),
    Column("scanned_at", Float),
    Column("videos", Integer, nullable=False, server_default=text("0")),
    # gitignore-style patterns, one a line, of what is left out below this folder
    Column("excludes", Text, nullable=False, server_default=text("''")),
)

directories = Table(
    "directories",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("path", LargeBinary, nullable=False, unique=True),
)

contents = Table(
    "contents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("fingerprint", LargeBinary, nullable=False, unique=True),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("format", Text, nullable=False),
    Column("look", LargeBinary),
    Column("complete", Float, nullable=False, server_default=text("1.0")),
)

photos = Table(
    "photos",
    metadata,
    # AUTOINCREMENT is left out: an id may be given again only after its photo was forgotten.
    Column("id", Integer, primary_key=True),
    Column("folder_id", ForeignKey("folders.id", ondelete="CASCADE"), nullable=False),
    Column("directory_id", ForeignKey("directories.id"), nullable=False),
    Column("name", LargeBinary, nullable=False),
    Column("device", Integer, nullable=False),
    Column("inode", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("mtime_ns", Integer, nullable=False),
    Column("content_id", ForeignKey("contents.id", ondelete="SET NULL")),
    Column("added_at", Float, nullable=False),
    Column("gone_at", Float),
    Column("favourite", Boolean, nullable=False, server_default=false()),
    Column("hidden", Boolean, nullable=False, server_default=false()),
    Column("taken_at", Float),
    Column("taken_offset", Integer),
    Column("taken_source", Text),
    Column("camera", Text),
    Column("lens", Text),
    Column("exposure", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("altitude", Float),
    Column("keywords", Text),
    Column("caption", Text),
    # The content before the file changed: kept from the orphans until the file was read again,
    # so that a file that was only touched is not encoded twice.
    Column("former_id", ForeignKey("contents.id", ondelete="SET NULL")),
    UniqueConstraint("directory_id", "name"),
)
Index("ix_photos_folder_id_gone_at", photos.c.folder_id, photos.c.gone_at)
Index("ix_photos_content_id", photos.c.content_id)
Index("ix_photos_former_id", photos.c.former_id, sqlite_where=text("former_id IS NOT NULL"))
Index("ix_photos_inode", photos.c.inode)
Index("ix_photos_waiting", photos.c.id, sqlite_where=text("content_id IS NULL"))

spaces = Table(
    "spaces",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("dimension", Integer, nullable=False),
)

# A rowid table on purpose: in a WITHOUT ROWID table a row above 1 KB takes a page of its own.
embeddings = Table(
    "embeddings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("space_id", ForeignKey("spaces.id", ondelete="CASCADE"), nullable=False),
    Column("content_id", ForeignKey("contents.id", ondelete="CASCADE"), nullable=False),
    Column("vector", LargeBinary, nullable=False),
    UniqueConstraint("content_id", "space_id"),
)

texts = Table(
    "texts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("space_id", ForeignKey("spaces.id", ondelete="CASCADE"), nullable=False),
    Column("template", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("vector", LargeBinary, nullable=False),
    UniqueConstraint("space_id", "template", "text"),
)

# A problem of a photo has its photo_id and no path; one of a folder's part has folder_id and path.
problems = Table(
    "problems",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("photo_id", ForeignKey("photos.id", ondelete="CASCADE"), unique=True),
    Column("folder_id", ForeignKey("folders.id", ondelete="CASCADE")),
    Column("path", LargeBinary),
    Column("code", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("mtime_ns", Integer, nullable=False),
    Column("decoder_version", Text, nullable=False),
    Column("at", Float, nullable=False),
    Column("ignored", Boolean, nullable=False, server_default=false()),
    # Set when the photo was read and only this space's encoder could not take it.
    Column("space_id", ForeignKey("spaces.id", ondelete="CASCADE")),
    UniqueConstraint("folder_id", "path"),
)
Index("ix_problems_space_id", problems.c.space_id)

stored_values = Table(
    "stored_values",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# What was asked: ``name`` is null for the history. A query's text may hold a path that is no text.
searches = Table(
    "searches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text),
    Column("query", LargeBinary, nullable=False),
    Column("asked_at", Float, nullable=False),
    # Matches added later than this are new.
    Column("seen_at", Float, nullable=False, server_default=text("0")),
    Column("new", Integer, nullable=False, server_default=text("0")),
)
Index("ix_searches_history", searches.c.query, unique=True, sqlite_where=text("name IS NULL"))

# Pairs of contents the person said are no duplicates; the smaller id first.
apart = Table(
    "apart",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("one_id", ForeignKey("contents.id", ondelete="CASCADE"), nullable=False),
    Column("other_id", ForeignKey("contents.id", ondelete="CASCADE"), nullable=False),
    UniqueConstraint("one_id", "other_id"),
)
Index("ix_apart_other_id", apart.c.other_id)

# What a region model saw in a content: ``count`` vectors (none is possible), and the map of its cells.
groups = Table(
    "groups",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("space_id", ForeignKey("spaces.id", ondelete="CASCADE"), nullable=False),
    Column("content_id", ForeignKey("contents.id", ondelete="CASCADE"), nullable=False),
    Column("count", Integer, nullable=False),
    Column("vectors", LargeBinary, nullable=False),
    Column("cells", LargeBinary, nullable=False),
    UniqueConstraint("content_id", "space_id"),
)
# Rows take half a page and more: which groups there are is read from here alone.
Index("ix_groups_keys", groups.c.space_id, groups.c.content_id, groups.c.count)

# Words of file names (without their endings), keywords and captions, kept true by triggers.
_STEM = "rtrim(CAST(NEW.name AS TEXT), replace(CAST(NEW.name AS TEXT), '.', ''))"
_INSERT_WORDS = f"""INSERT INTO photo_words (rowid, name, keywords, caption) VALUES
    (NEW.id, CASE {_STEM} WHEN '' THEN CAST(NEW.name AS TEXT) ELSE {_STEM} END, NEW.keywords, NEW.caption);"""
WORDS = "photo_words"
WORDS_DDL = (
    f"""CREATE VIRTUAL TABLE {WORDS} USING fts5(name, keywords, caption,
    tokenize = "unicode61 remove_diacritics 2", detail = full)""",
    f"""CREATE TRIGGER photo_words_added AFTER INSERT ON photos BEGIN {_INSERT_WORDS} END""",
    f"""CREATE TRIGGER photo_words_changed AFTER UPDATE OF name, keywords, caption ON photos
    WHEN OLD.name IS NOT NEW.name OR OLD.keywords IS NOT NEW.keywords OR OLD.caption IS NOT NEW.caption
    BEGIN DELETE FROM photo_words WHERE rowid = OLD.id; {_INSERT_WORDS} END""",
    """CREATE TRIGGER photo_words_gone AFTER DELETE ON photos
    BEGIN DELETE FROM photo_words WHERE rowid = OLD.id; END""",
)
for _statement in WORDS_DDL:
    event.listen(metadata, "after_create", DDL(_statement.replace("%", "%%")))  # type: ignore[no-untyped-call]
