// Bounds of what people write; the rules know them, because a file that is imported keeps to them as well.
export {
  LARGEST_INTEGER,
  LONGEST_COMMENT,
  LONGEST_NAME,
  LONGEST_NARRATIVE,
  LONGEST_REASON,
  LONGEST_TITLE,
  MOST_CONDITIONS,
  MOST_LINKS,
  MOST_SUPPLIERS,
  MOST_YEARS,
} from '#domain';
