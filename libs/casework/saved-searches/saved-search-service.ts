import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, describeCriteria, readCriteria, type CaseCriteria } from '#domain';
import {
  countEach,
  Database,
  findSearch,
  followersOf,
  followRevision,
  forgetMatches,
  insertFollower,
  insertSearch,
  listSearches,
  recordMatches,
  removeFollower,
  removeSearch,
  searchCases,
  updateSearch,
  type CappedCount,
  type CasePosition,
  type CaseSort,
  type SavedSearchRow,
  type SearchReader,
  type TextPage,
} from '#persistence';
import {
  Clock,
  notFound,
  notPermitted,
  preconditionFailed,
  together,
  unprocessable,
  type ProblemError,
} from '#platform';
import type { Acting } from '../desk/acting.js';
import { LatestOnes } from './latest-ones.js';
import { searchFor } from './search-follower.js';

/** Pages of searches that are remembered at most, of however many people. */
const MOST_REMEMBERED = 1_000;

/** What somebody saves. */
export interface SearchToSave {
  readonly name: string;
  readonly criteria: CaseCriteria;
  /** The team to share it with, by organisation; `null` to keep it to oneself. */
  readonly sharedWith: string | null;
}

/** A saved search as somebody reads it. */
export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly criteria: CaseCriteria;
  /** The same in words, one phrase for each. */
  readonly description: readonly string[];
  readonly owner: SavedSearchRow['owner'];
  readonly sharedWith: SavedSearchRow['sharedWith'];
  /** Whether the reader may change and remove it. */
  readonly mine: boolean;
  /** Whether the reader gets an email when something new matches. */
  readonly following: boolean;
  /** Cases the reader may see that match. */
  readonly matches: CappedCount;
  readonly revision: number;
  /** UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/**
 * Searches people keep, for themselves or for a team: the people who hold a role in an organisation. A search shows
 * each reader what they may see themselves, and “me” in it is whoever reads. One a person may not see is answered
 * exactly like one that does not exist.
 */
@Injectable()
export class SavedSearchService {
  private readonly shownLast = new LatestOnes<readonly SavedSearchRow[]>(MOST_REMEMBERED);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 422 when it would be shared with a team the person is not in */
  async create(acting: Acting, search: SearchToSave): Promise<SavedSearch> {
    refuseStrangeTeam(acting, search.sharedWith);
    const id = randomUUID();
    const { name, criteria, sharedWith } = search;
    await insertSearch(this.database.as(acting), {
      id,
      ownerId: acting.personId,
      name,
      criteria,
      organisationId: sharedWith,
      at: this.clock.now(),
    });
    return this.read(acting, id);
  }

  /**
   * The person's own searches and those of their teams, by name, each with its count.
   * @param after id of the one the page before ended with, which is `next`; `null` for the first page
   */
  async list(
    acting: Acting,
    limit: number,
    after: string | null,
  ): Promise<{ readonly items: readonly SavedSearch[]; readonly next: string | null }> {
    // Counts need what the searches say. Where somebody has been shown them before, they are counted while they are read.
    const page = `${acting.personId} ${canonicalJson(after)}`;
    const [rows, counted] = await together([
      listSearches(this.database.as(acting), readerOf(acting), after, limit + 1),
      this.counted(acting, this.shownLast.get(page) ?? []),
    ]);
    const given = rows.slice(0, limit);
    this.shownLast.set(page, given);
    const items = await this.withCounts(acting, given, counted);
    const last = items.at(-1);
    acting.witness?.sawList(items.length);
    return { items, next: rows.length > limit && last !== undefined ? last.id : null };
  }

  /** What a search asks for. @throws ProblemError 404 */
  async criteriaOf(acting: Acting, id: string): Promise<CaseCriteria> {
    return readCriteria((await this.find(acting, id)).criteria);
  }

  /** @throws ProblemError 404 */
  async read(acting: Acting, id: string): Promise<SavedSearch> {
    const [search] = await this.withCounts(acting, [await this.find(acting, id)]);
    if (search === undefined) throw notFound();
    acting.witness?.sawList(search.matches.count);
    return search;
  }

  /**
   * Replaces what a search says. When its criteria change, everybody who follows it starts over: what matches now is
   * taken as known to them.
   * @throws ProblemError 404; 403 for others than its owner; 412 when it has changed; 422 as `create`
   */
  async change(acting: Acting, id: string, expected: number, search: SearchToSave): Promise<SavedSearch> {
    const before = await this.findOwn(acting, id, expected);
    // Who left a team can still rename what they shared with it; sharing anew asks for a role there.
    if (search.sharedWith !== before.sharedWith?.id) refuseStrangeTeam(acting, search.sharedWith);
    const { name, criteria, sharedWith } = search;
    const isOther = canonicalJson(readCriteria(before.criteria)) !== canonicalJson(criteria);
    await this.database.as(acting).transaction(async (transaction) => {
      const at = this.clock.now();
      const content = { name, criteria, organisationId: sharedWith };
      if (!(await updateSearch(transaction, { id, expected, at, ...content }))) throw changedMeanwhile();
      const followers = await followersOf(transaction, id, at);
      if (isOther) {
        await forgetMatches(transaction, id, null);
        for (const follower of followers)
          await recordMatches(transaction, id, searchFor(follower, criteria, at));
      }
      await followRevision(transaction, id, expected + 1);
    });
    return this.read(acting, id);
  }

  /** @throws ProblemError 404; 403 for others than its owner; 412 when it has changed */
  async remove(acting: Acting, id: string, expected: number): Promise<void> {
    await this.findOwn(acting, id, expected);
    if (!(await removeSearch(this.database.as(acting), { id, expected, at: this.clock.now() })))
      throw changedMeanwhile();
  }

  /** Cases the person may see that match. @throws ProblemError 404 */
  async run(
    acting: Acting,
    id: string,
    page: { readonly sort: CaseSort; readonly after: CasePosition | null; readonly limit: number },
  ): Promise<TextPage<CasePosition>> {
    const { criteria } = await this.find(acting, id);
    const found = await searchCases(this.database.as(acting), {
      ...searchFor(acting, readCriteria(criteria), this.clock.now()),
      ...page,
    });
    acting.witness?.sawList(found.count);
    return found;
  }

  /**
   * From now on the person gets an email when something new matches; of what matches already they get none. Following
   * twice is no error.
   * @throws ProblemError 404
   */
  async follow(acting: Acting, id: string): Promise<void> {
    await this.find(acting, id);
    await this.database.as(acting).transaction(async (transaction) => {
      const at = this.clock.now();
      const added = await insertFollower(transaction, id, acting.personId, at);
      if (added === null) return;
      await recordMatches(transaction, id, searchFor(acting, readCriteria(added.criteria), at));
    });
  }

  /** No more emails. Also from a search the person can no longer see; that they follow none is no error. */
  async unfollow(acting: Acting, id: string): Promise<void> {
    await removeFollower(this.database.as(acting), id, acting.personId);
  }

  private async find(acting: Acting, id: string): Promise<SavedSearchRow> {
    const found = await findSearch(this.database.as(acting), readerOf(acting), id);
    if (found === null) throw notFound();
    return found;
  }

  private async findOwn(acting: Acting, id: string, expected: number): Promise<SavedSearchRow> {
    const found = await this.find(acting, id);
    if (found.owner.id !== acting.personId)
      throw notPermitted('Only the person who saved this search can change or remove it.');
    if (found.revision !== expected) throw changedMeanwhile();
    return found;
  }

  /** @param counted searches that are counted already; those that have changed since are counted again */
  private async withCounts(
    acting: Acting,
    rows: readonly SavedSearchRow[],
    counted: Counted = new Map(),
  ): Promise<readonly SavedSearch[]> {
    const others = await this.counted(
      acting,
      rows.filter((row) => !counted.has(asSaved(row))),
    );
    return rows.flatMap((row) => {
      const matches = counted.get(asSaved(row)) ?? others.get(asSaved(row));
      return matches === undefined ? [] : [shown(acting, row, readCriteria(row.criteria), matches)];
    });
  }

  private async counted(acting: Acting, rows: readonly SavedSearchRow[]): Promise<Counted> {
    const now = this.clock.now();
    const counts = await countEach(
      this.database.as(acting),
      rows.map(({ criteria }) => searchFor(acting, readCriteria(criteria), now)),
    );
    return new Map(
      rows.flatMap((row, index) => {
        const count = counts[index];
        return count === undefined ? [] : [[asSaved(row), count] as const];
      }),
    );
  }
}

/** How many cases searches match, each search by what `asSaved` says. */
type Counted = ReadonlyMap<string, CappedCount>;

/** A search as it was saved: whoever changes what it asks for gives it another revision. */
function asSaved({ id, revision }: SavedSearchRow): string {
  return `${id} ${String(revision)}`;
}

function shown(
  acting: Acting,
  row: SavedSearchRow,
  criteria: CaseCriteria,
  matches: CappedCount,
): SavedSearch {
  const { id, name, owner, sharedWith, following, revision, createdAt, updatedAt } = row;
  const names = { organisation: row.organisationName, reviewer: row.reviewerName };
  return {
    id,
    name,
    criteria,
    description: describeCriteria(criteria, names),
    owner,
    sharedWith,
    mine: owner.id === acting.personId,
    following,
    matches,
    revision,
    createdAt,
    updatedAt,
  };
}

function readerOf({ personId, roles }: Acting): SearchReader {
  return { personId, teamIds: [...new Set(roles.map((held) => held.organisationId))] };
}

function refuseStrangeTeam({ roles }: Acting, sharedWith: string | null): void {
  if (sharedWith === null || roles.some((held) => held.organisationId === sharedWith)) return;
  throw unprocessable('You can share a search only with an organisation you hold a role in.', [
    { pointer: '/sharedWith', detail: 'Enter the id of an organisation you hold a role in, or null' },
  ]);
}

function changedMeanwhile(): ProblemError {
  return preconditionFailed('This search has changed since you read it. Read it again.');
}
