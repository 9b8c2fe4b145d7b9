-- A line of the second form holds two texts. `words` are the members that can be erased, named in `members`; `data` is the rest. `digest` is of the data alone, without
-- salt, `seal` of salt and words, and the line's hash covers both. In lines of the first form, which were written before this step and stay as they are, these three are missing.
ALTER TABLE entry ADD COLUMN members TEXT CHECK (length(members) <= 1000);
ALTER TABLE entry ADD COLUMN words TEXT CHECK (length(words) <= 8000000);
ALTER TABLE entry ADD COLUMN seal BLOB CHECK ((words IS NULL) = (members IS NULL) AND (seal IS NULL) = (words IS NULL) AND (seal IS NULL OR length(seal) = 32));
