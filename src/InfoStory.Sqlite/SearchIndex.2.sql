DROP TRIGGER SearchTexts_Inserted;
DROP TRIGGER SearchTexts_Deleted;
DROP TRIGGER SearchTexts_Updated;
DROP TABLE SearchIndex;

UPDATE SearchTexts SET Narrowing = coalesce((
  SELECT ' k' || study.Kind
    || coalesce(' s' || study.ServiceId, '')
    || coalesce(' p' || place.Id, '') || coalesce(' p' || place.ParentId, '') || coalesce(' p' || around.ParentId, '')
    || coalesce(' ' || (SELECT group_concat('t' || TagId, ' ') FROM CaseStudyTags WHERE CaseStudyId = study.Id), '') || ' '
  FROM CaseStudies AS study
  LEFT JOIN Places AS place ON place.Id = study.PlaceId
  LEFT JOIN Places AS around ON around.Id = place.ParentId
  WHERE study.Id = SearchTexts.Id), '');

CREATE VIRTUAL TABLE SearchIndex USING fts5 (
  Title, Body, Narrowing,
  content = 'SearchTexts', content_rowid = 'Id',
  tokenize = 'porter unicode61 remove_diacritics 2',
  prefix = '3'
);

INSERT INTO SearchIndex (SearchIndex, rank) VALUES ('secure-delete', 1);
INSERT INTO SearchIndex (SearchIndex) VALUES ('rebuild');

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
