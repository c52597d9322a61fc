import type { CaseContent, PointNumber } from '#domain';
import type { Queryable } from '../database/statement.js';
import { SEEN, withinSight, type CaseSeen, type Sight } from './case-record.js';
import { utc } from './json-fragments.js';

/** What was frozen as one version. */
export interface VersionRecord {
  readonly number: number;
  readonly content: CaseContent;
  readonly contentHash: string;
  readonly submittedAt: string;
}

/** A version of a case the person may see. */
export interface VersionSeen extends CaseSeen {
  readonly version: VersionRecord;
}

/** SQL of the versions of a case that fit a condition, in their order. */
function versionsThat(fit: string): string {
  return `select v.number, v.content, v.content_hash as "contentHash", ${utc('v.submitted_at')} as "submittedAt",
      ${SEEN}
    from submission_version v join spend_case c on c.id = v.case_id
    where c.reference = $1 and ${withinSight('$2', '$3')} and ${fit}
    order by v.number`;
}

/** Versions of a case by number; those that don't exist are left out, all are when the person may not see the case. */
export async function readVersions(
  queryable: Queryable,
  reference: string,
  sight: Sight,
  numbers: readonly number[],
): Promise<readonly VersionSeen[]> {
  const rows = await queryable.query<CaseSeen & VersionRecord>({
    name: 'read_versions',
    text: versionsThat('v.number = any($4::int[])'),
    about: reference,
    values: [reference, sight.everything, sight.organisationIds, numbers],
  });
  return rows.map(seen);
}

/**
 * The latest versions of a case, and the one a point was assessed on last; none when the person may not see the case.
 * For whoever wants them before they know the numbers.
 * @param most how many of the latest
 * @param assessed the point; `null` for the latest alone
 */
export async function readLatestVersions(
  queryable: Queryable,
  reference: string,
  sight: Sight,
  most: number,
  assessed: PointNumber | null,
): Promise<readonly VersionSeen[]> {
  const rows = await queryable.query<CaseSeen & VersionRecord>({
    name: 'read_latest_versions',
    text: versionsThat(`(v.number > c.current_version - $4::int or v.number = (select a.version from assessment a
      where a.case_id = c.id and a.point = $5::smallint order by a.sequence desc limit 1))`),
    about: reference,
    values: [reference, sight.everything, sight.organisationIds, most, assessed],
  });
  return rows.map(seen);
}

function seen({ caseId, protectiveMarking, ...version }: CaseSeen & VersionRecord): VersionSeen {
  return { caseId, protectiveMarking, version };
}
