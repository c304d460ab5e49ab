-- The words of the sections of a reading (rowid: its id), for search. Without the text itself, which stands in section, and without
-- positions: what has all words of a phrase is looked into.
CREATE VIRTUAL TABLE section_word USING fts5(words, content = '', detail = none, tokenize = 'unicode61 remove_diacritics 0');
