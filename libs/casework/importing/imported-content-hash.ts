import { createHash } from 'node:crypto';
import { CONTENT_HASH, canonicalJson, type CaseDetails } from '#domain';
import { importedContent } from '#persistence';

const DETAILS = '"details goes here"';

/**
 * The canonical text of what was submitted is the same for every imported case but for its details: it is made once,
 * because the points that say nothing would otherwise take most of the time of an import.
 */
const [BEFORE = '', AFTER = ''] = canonicalJson({
  ...importedContent({} as CaseDetails),
  details: JSON.parse(DETAILS) as unknown,
}).split(DETAILS);

/** `contentHash` of the version an imported case has. */
export function importedContentHash(details: CaseDetails): string {
  return createHash(CONTENT_HASH)
    .update(`${BEFORE}${canonicalJson(details)}${AFTER}`, 'utf8')
    .digest('hex');
}
