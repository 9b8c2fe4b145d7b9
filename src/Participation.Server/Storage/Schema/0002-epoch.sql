-- Which life of this file it is. A restored backup begins another one: whoever was acknowledged in an earlier life says it again,
-- and the ids of commands see to it that nothing is recorded twice.
CREATE TABLE epoch (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16)
) STRICT, WITHOUT ROWID;

INSERT INTO epoch (id) VALUES (randomblob(16));
