-- Never compared, and most of what a row is: statistics of these are made anew with every tenth that is added, for nobody.
ALTER TABLE saga_instance
  ALTER data SET STATISTICS 0,
  ALTER state SET STATISTICS 0;
