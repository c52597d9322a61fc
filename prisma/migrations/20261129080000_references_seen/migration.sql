-- The reference of a case, where whoever asks sees it: a reference tells that there is a case. A function, so that it is
-- made ready only where something names another case.
CREATE FUNCTION "seen_reference"("the_reference" text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
  SELECT c."reference" FROM "spend_case" c WHERE c."reference" = "the_reference";
END;
