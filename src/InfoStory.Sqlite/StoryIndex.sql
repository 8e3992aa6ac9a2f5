CREATE VIRTUAL TABLE StoryIndex USING fts5 (
  Told, PublicTitle, PublicText,
  content = 'Stories', content_rowid = 'Id',
  tokenize = 'porter unicode61 remove_diacritics 2',
  prefix = '3'
);

INSERT INTO StoryIndex (StoryIndex, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER Stories_Inserted AFTER INSERT ON Stories BEGIN
  INSERT INTO StoryIndex (rowid, Told, PublicTitle, PublicText) VALUES (new.Id, new.Told, new.PublicTitle, new.PublicText);
END;

CREATE TRIGGER Stories_Deleted AFTER DELETE ON Stories BEGIN
  INSERT INTO StoryIndex (StoryIndex, rowid, Told, PublicTitle, PublicText) VALUES ('delete', old.Id, old.Told, old.PublicTitle, old.PublicText);
END;

CREATE TRIGGER Stories_Updated AFTER UPDATE OF Told, PublicTitle, PublicText ON Stories
WHEN old.Told IS NOT new.Told OR old.PublicTitle IS NOT new.PublicTitle OR old.PublicText IS NOT new.PublicText BEGIN
  INSERT INTO StoryIndex (StoryIndex, rowid, Told, PublicTitle, PublicText) VALUES ('delete', old.Id, old.Told, old.PublicTitle, old.PublicText);
  INSERT INTO StoryIndex (rowid, Told, PublicTitle, PublicText) VALUES (new.Id, new.Told, new.PublicTitle, new.PublicText);
END;
