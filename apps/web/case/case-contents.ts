import { Injectable } from '@nestjs/common';
import { CaseHistoryService, PolicyReadingService, type Acting } from '#casework';
import {
  contentOfCase,
  differenceBetween,
  mandatoryPoints,
  type AttachmentRef,
  type ContentDifference,
  type PointNumber,
} from '#domain';
import { together } from '#platform';
import { shownBy, type FileView } from '../attachments/file-views.js';
import { CasePages } from './case-pages.js';
import type { CaseTextOf } from './case-texts.js';
import { exceptionViews, type ExceptionView } from './exception-views.js';
import { pointViews, type PointView } from './point-views.js';

/** What changed last about a case, and between what. */
export interface LatestDifference {
  readonly from: number;
  /** `null` for what the department has not sent yet. */
  readonly to: number | null;
  readonly difference: ContentDifference;
}

type Versions = Awaited<ReturnType<CaseHistoryService['latestVersions']>>;

/** Reads what a case says and said, to compare it. */
@Injectable()
export class CaseContents {
  constructor(
    private readonly cases: CasePages,
    private readonly past: CaseHistoryService,
    private readonly policies: PolicyReadingService,
  ) {}

  /** The points that are mandatory for the case under its regime, in this service's reading. */
  private async mandatory(acting: Acting, found: Promise<CaseTextOf>): Promise<readonly PointNumber[]> {
    const [{ regimes }, { regimeVersion, details }] = await together([this.policies.regimes(acting), found]);
    const under = regimes.find(({ regime }) => regime.version === regimeVersion);
    return under === undefined ? [] : mandatoryPoints(under.regime, details.flags);
  }

  /** The 13 points as the department answers them now, with what reviewers said of each. @throws ProblemError 404 */
  async points(acting: Acting, given: string): Promise<readonly PointView[]> {
    const reference = this.cases.canonical(given);
    const reading = this.cases.read(acting, reference);
    const [found, mandatory, assessments, returns, answers, comments, shown] = await together([
      reading,
      this.mandatory(acting, reading),
      this.cases.part(acting, reference, 'assessments'),
      this.cases.part(acting, reference, 'returns'),
      this.cases.part(acting, reference, 'answers'),
      this.cases.part(acting, reference, 'comments'),
      this.shownFiles(acting, reference),
    ]);
    return pointViews(contentOfCase(found), { mandatory, assessments, returns, answers, comments, shown });
  }

  /**
   * The legacy exceptions as the department describes them now, with what reviewers said of each.
   * @throws ProblemError 404
   */
  async exceptions(acting: Acting, given: string): Promise<readonly ExceptionView[]> {
    const reference = this.cases.canonical(given);
    const [found, rulings, shown] = await together([
      this.cases.read(acting, reference),
      this.cases.part(acting, reference, 'rulings'),
      this.shownFiles(acting, reference),
    ]);
    return exceptionViews(contentOfCase(found).legacyExceptions, rulings, shown);
  }

  /**
   * How attached files are shown: with how far their checking for viruses has got.
   * @param reference in its one form
   * @throws ProblemError 404
   */
  async shownFiles(acting: Acting, reference: string): Promise<(file: AttachmentRef) => FileView> {
    return shownBy(await this.cases.part(acting, reference, 'attachments'), reference);
  }

  /** What the department has changed since its latest version; `null` before there is one. @throws ProblemError 404 */
  async sinceLatestVersion(acting: Acting, reference: string): Promise<LatestDifference | null> {
    const canonical = this.cases.canonical(reference);
    const [found, versions] = await together([
      this.cases.read(acting, canonical),
      this.past.latestVersions(acting, canonical, 1),
    ]);
    return unsentOf(found, versions);
  }

  /**
   * What changed last: what has not been sent yet, where there is any; otherwise from the version before to the latest
   * one. `null` where there is nothing to compare.
   * @throws ProblemError 404
   */
  async latestDifference(acting: Acting, reference: string): Promise<LatestDifference | null> {
    const canonical = this.cases.canonical(reference);
    const [found, versions] = await together([
      this.cases.read(acting, canonical),
      this.past.latestVersions(acting, canonical, 2),
    ]);
    const unsent = unsentOf(found, versions);
    if (unsent?.difference.unchanged !== true) return unsent;
    const before = versions.find(({ number }) => number === unsent.from - 1);
    const latest = versions.find(({ number }) => number === unsent.from);
    if (before === undefined || latest === undefined) return null;
    return {
      from: before.number,
      to: latest.number,
      difference: differenceBetween(before.content, latest.content),
    };
  }
}

/** What a case says otherwise than its latest version; `null` before there is one. */
function unsentOf(found: CaseTextOf, versions: Versions): LatestDifference | null {
  const latest = versions.find(({ number }) => number === found.currentVersion);
  return latest === undefined
    ? null
    : {
        from: latest.number,
        to: null,
        difference: differenceBetween(latest.content, contentOfCase(found)),
      };
}
