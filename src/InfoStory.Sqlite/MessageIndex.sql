-- Never FTS5's own rebuild of it: that would take in what the team wrote.
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

CREATE TRIGGER Messages_Updated AFTER UPDATE OF Text, FromAuthor ON Messages
WHEN old.Text IS NOT new.Text OR old.FromAuthor IS NOT new.FromAuthor BEGIN
  INSERT INTO MessageIndex (MessageIndex, rowid, Text) SELECT 'delete', old.Id, old.Text WHERE old.FromAuthor;
  INSERT INTO MessageIndex (rowid, Text) SELECT new.Id, new.Text WHERE new.FromAuthor;
END;
