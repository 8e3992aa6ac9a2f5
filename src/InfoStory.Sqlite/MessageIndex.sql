CREATE VIRTUAL TABLE MessageIndex USING fts5 (
  Text,
  content = 'Messages', content_rowid = 'Id',
  tokenize = 'porter unicode61 remove_diacritics 2',
  prefix = '3 4 5 6 7 8 9 10 11 12'
);

INSERT INTO MessageIndex (MessageIndex, rank) VALUES ('secure-delete', 1);

INSERT INTO MessageIndex (rowid, Text) SELECT Id, Text FROM Messages WHERE FromAuthor;

CREATE TRIGGER Messages_Inserted AFTER INSERT ON Messages WHEN new.FromAuthor BEGIN
  INSERT INTO MessageIndex (rowid, Text) VALUES (new.Id, new.Text);
END;

CREATE TRIGGER Messages_Deleted AFTER DELETE ON Messages WHEN old.FromAuthor BEGIN
  INSERT INTO MessageIndex (MessageIndex, rowid, Text) VALUES ('delete', old.Id, old.Text);
END;

CREATE TRIGGER Messages_Updated AFTER UPDATE OF Text ON Messages WHEN old.FromAuthor AND old.Text IS NOT new.Text BEGIN
  INSERT INTO MessageIndex (MessageIndex, rowid, Text) VALUES ('delete', old.Id, old.Text);
  INSERT INTO MessageIndex (rowid, Text) VALUES (new.Id, new.Text);
END;
