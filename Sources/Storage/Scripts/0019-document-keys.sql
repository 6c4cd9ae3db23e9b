-- Numbers begin anew every year, and every issuer counts its own: the key of a document is its
-- number with the year and the level of the issuer, as far as they are known.
UPDATE documents
SET number_key = number_key || '|' || COALESCE(SUBSTR(issued, 1, 4), '') || '|'
    || CASE WHEN issuer IS NULL THEN '' ELSE level END
WHERE number IS NOT NULL;
