-- A column of a full-text index cannot be changed; StoryIndex.sql makes the index again.
IF OBJECTPROPERTY(OBJECT_ID(N'Stories'), N'TableHasActiveFulltextIndex') = 1
  EXEC('DROP FULLTEXT INDEX ON Stories');
