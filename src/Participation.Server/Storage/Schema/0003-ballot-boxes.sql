-- The ballots of secret votes until they are counted: of a paper only how many ballots were cast and how often each mark was made on them.
-- One row holds all of it as sorted JSON, padded with spaces to whole kilobytes, and is written anew with each ballot: rows of their own would
-- lie in a page in the order in which they came, whatever their key.
CREATE TABLE box (
    session BLOB    NOT NULL CHECK (length(session) = 16),
    item    TEXT    NOT NULL,
    round   INTEGER NOT NULL CHECK (round >= 0),
    paper   TEXT    NOT NULL,
    ballots TEXT    NOT NULL CHECK (length(ballots) % 1024 = 0),
    PRIMARY KEY (session, item, round, paper)
) STRICT, WITHOUT ROWID;
