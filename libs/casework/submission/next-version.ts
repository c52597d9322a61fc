import { contentHash, contentHashOf, contentOfCase, pointHashes, type TriageRecord } from '#domain';
import { freezeVersion, type CaseRecord, type Rider } from '#persistence';

/** The version a submission makes, or stands on. */
export interface NextVersion {
  /** Hash of what is submitted. */
  readonly hash: string;
  readonly version: number;
  /** False where nothing changed since the last one, which stands. */
  readonly newVersion: boolean;
  readonly riders: readonly Rider[];
}

/** Freezes what the department says as the next version, unless it is what the last one says already. */
export function nextVersion(
  record: CaseRecord,
  { regimeVersion }: TriageRecord,
  submittedBy: string,
  submittedAt: Date,
): NextVersion {
  const content = contentOfCase(record);
  const current = record.versions.at(-1);
  // Held against the last one by the hash function that one has; a new one gets the present one.
  const kept = current?.contentHash;
  const newVersion = kept === undefined || contentHash(content, contentHashOf(kept)) !== kept;
  const hash = newVersion ? contentHash(content) : kept;
  const version = (current?.number ?? 0) + (newVersion ? 1 : 0);
  if (!newVersion) return { hash, version, newVersion, riders: [] };
  const frozen = freezeVersion({
    number: version,
    content,
    contentHash: hash,
    pointHashes: pointHashes(content),
    regimeVersion,
    submittedBy,
    submittedAt,
  });
  return { hash, version, newVersion, riders: [frozen] };
}
