CREATE VIRTUAL TABLE SearchIndex USING fts5 (
  Title, Body,
  content = 'SearchTexts', content_rowid = 'Id',
  tokenize = 'porter unicode61 remove_diacritics 2',
  prefix = '3'
);

INSERT INTO SearchIndex (SearchIndex, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER SearchTexts_Inserted AFTER INSERT ON SearchTexts BEGIN
  INSERT INTO SearchIndex (rowid, Title, Body) VALUES (new.Id, new.Title, new.Body);
END;

CREATE TRIGGER SearchTexts_Deleted AFTER DELETE ON SearchTexts BEGIN
  INSERT INTO SearchIndex (SearchIndex, rowid, Title, Body) VALUES ('delete', old.Id, old.Title, old.Body);
END;

CREATE TRIGGER SearchTexts_Updated AFTER UPDATE ON SearchTexts BEGIN
  INSERT INTO SearchIndex (SearchIndex, rowid, Title, Body) VALUES ('delete', old.Id, old.Title, old.Body);
  INSERT INTO SearchIndex (rowid, Title, Body) VALUES (new.Id, new.Title, new.Body);
END;
