DROP TABLE StoryIndex;

CREATE VIRTUAL TABLE StoryIndex USING fts5 (
  Told, PublicTitle, PublicText,
  content = 'Stories', content_rowid = 'Id',
  tokenize = 'porter unicode61 remove_diacritics 2',
  prefix = '3 4 5 6 7 8 9 10 11 12'
);

INSERT INTO StoryIndex (StoryIndex, rank) VALUES ('secure-delete', 1);

INSERT INTO StoryIndex (StoryIndex) VALUES ('rebuild');
