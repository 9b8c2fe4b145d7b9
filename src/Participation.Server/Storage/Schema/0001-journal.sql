-- The number that tells this file from any other SQLite file: "Prtc".
PRAGMA application_id = 1349678179;

-- One line per entry. Identifiers are 16 bytes in big-endian order; `at` counts 100 ns ticks of UTC since year 1.
-- A line that lost its words has a salt of zeros; digest and previous keep the chain whole without them.
-- Rows stand in the order in which they came, whatever their stream: a group of 64 streams then dirties few pages
-- (measured up to 1.9 times as fast as WITHOUT ROWID, which has a place in the tree for each stream).
CREATE TABLE entry (
    stream   BLOB    NOT NULL CHECK (length(stream) = 16),
    number   INTEGER NOT NULL CHECK (number >= 1),
    at       INTEGER NOT NULL CHECK (at >= 0),
    by       BLOB    NOT NULL CHECK (length(by) = 16),
    hand     BLOB             CHECK (length(hand) = 16 AND hand <> zeroblob(16)),
    command  BLOB    NOT NULL CHECK (length(command) = 16),
    body     BLOB    NOT NULL CHECK (length(body) = 16),
    name     TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    salt     BLOB             CHECK (length(salt) = 16),
    data     TEXT             CHECK (length(data) <= 8000000),
    digest   BLOB    NOT NULL CHECK (length(digest) = 32),
    previous BLOB    NOT NULL CHECK (length(previous) = 32),
    PRIMARY KEY (stream, number),
    CHECK ((salt IS NULL) = (data IS NULL))
) STRICT;

-- Where each stream ends, written with its last line: a changed last line or a cut tail shows.
CREATE TABLE head (
    stream BLOB    NOT NULL PRIMARY KEY CHECK (length(stream) = 16),
    number INTEGER NOT NULL CHECK (number >= 1),
    hash   BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT, WITHOUT ROWID;
