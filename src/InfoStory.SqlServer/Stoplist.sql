-- Words such as "the" and "move" are looked for like any other: what people search is quoted from stories, not distilled to keywords.
IF OBJECTPROPERTY(OBJECT_ID(N'SearchTexts'), N'TableHasActiveFulltextIndex') = 1
  EXEC('ALTER FULLTEXT INDEX ON SearchTexts SET STOPLIST = OFF');
IF OBJECTPROPERTY(OBJECT_ID(N'Stories'), N'TableHasActiveFulltextIndex') = 1
  EXEC('ALTER FULLTEXT INDEX ON Stories SET STOPLIST = OFF');
