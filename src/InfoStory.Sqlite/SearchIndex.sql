CREATE VIRTUAL TABLE SearchIndex USING fts5 (
  Title, Body, Narrowing,
  content = 'SearchTexts', content_rowid = 'Id',
  tokenize = 'porter unicode61 remove_diacritics 2',
  prefix = '3'
);

INSERT INTO SearchIndex (SearchIndex, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER SearchTexts_Inserted AFTER INSERT ON SearchTexts BEGIN
  INSERT INTO SearchIndex (rowid, Title, Body, Narrowing) VALUES (new.Id, new.Title, new.Body, new.Narrowing);
END;

CREATE TRIGGER SearchTexts_Deleted AFTER DELETE ON SearchTexts BEGIN
  INSERT INTO SearchIndex (SearchIndex, rowid, Title, Body, Narrowing) VALUES ('delete', old.Id, old.Title, old.Body, old.Narrowing);
END;

CREATE TRIGGER SearchTexts_Updated AFTER UPDATE ON SearchTexts BEGIN
  INSERT INTO SearchIndex (SearchIndex, rowid, Title, Body, Narrowing) VALUES ('delete', old.Id, old.Title, old.Body, old.Narrowing);
  INSERT INTO SearchIndex (rowid, Title, Body, Narrowing) VALUES (new.Id, new.Title, new.Body, new.Narrowing);
END;
