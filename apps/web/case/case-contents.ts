import { Injectable } from '@nestjs/common';
import { PolicyReadingService, ReadingService, type Acting } from '#casework';
import {
  differenceBetween,
  mandatoryPoints,
  type AttachmentRef,
  type ContentDifference,
  type PointNumber,
} from '#domain';
import { fileView, type FileView } from '../attachments/file-views.js';
import { CasePages } from './case-pages.js';
import type { CaseTextOf } from './case-texts.js';
import { contentOfCase } from './changes.js';
import { exceptionViews, type ExceptionView } from './exception-views.js';
import { pointViews, type PointView } from './point-views.js';

/** What changed last about a case, and between what. */
export interface LatestDifference {
  readonly from: number;
  /** `null` for what the department has not sent yet. */
  readonly to: number | null;
  readonly difference: ContentDifference;
}

/** Reads what a case says and said, to compare it. */
@Injectable()
export class CaseContents {
  constructor(
    private readonly cases: CasePages,
    private readonly reading: ReadingService,
    private readonly policies: PolicyReadingService,
  ) {}

  /** The points that are mandatory for the case under its regime, in this service's reading. */
  async mandatory({ regimeVersion, details }: CaseTextOf): Promise<readonly PointNumber[]> {
    const { regimes } = await this.policies.regimes();
    const found = regimes.find(({ regime }) => regime.version === regimeVersion);
    return found === undefined ? [] : mandatoryPoints(found.regime, details.flags);
  }

  /** The 13 points as the department answers them now, with what reviewers said of each. */
  async points(acting: Acting, found: CaseTextOf): Promise<readonly PointView[]> {
    const [mandatory, assessments, returns, shown] = await Promise.all([
      this.mandatory(found),
      this.cases.part(acting, found.reference, 'assessments'),
      this.cases.part(acting, found.reference, 'returns'),
      this.shownFiles(acting, found.reference),
    ]);
    return pointViews(contentOfCase(found), { mandatory, assessments, returns, shown });
  }

  /** The legacy exceptions as the department describes them now, with what reviewers said of each. */
  async exceptions(acting: Acting, found: CaseTextOf): Promise<readonly ExceptionView[]> {
    const [rulings, shown] = await Promise.all([
      this.cases.part(acting, found.reference, 'rulings'),
      this.shownFiles(acting, found.reference),
    ]);
    return exceptionViews(contentOfCase(found).legacyExceptions, rulings, shown);
  }

  /** How attached files are shown: with how far their checking for viruses has got. */
  async shownFiles(acting: Acting, reference: string): Promise<(file: AttachmentRef) => FileView> {
    const files = await this.cases.part(acting, reference, 'attachments');
    const statuses = new Map(files.map(({ id, status }) => [id, status]));
    return (file) => fileView(file, reference, statuses.get(file.id) ?? null);
  }

  /** What the department has changed since its latest version; `null` before there is one. */
  async sinceLatestVersion(acting: Acting, found: CaseTextOf): Promise<LatestDifference | null> {
    const { reference, currentVersion } = found;
    if (currentVersion === null) return null;
    const { content } = await this.reading.version(acting, reference, currentVersion);
    return {
      from: currentVersion,
      to: null,
      difference: differenceBetween(content, contentOfCase(found)),
    };
  }

  /**
   * What changed last: what has not been sent yet, where there is any; otherwise from the version before to the latest
   * one. `null` where there is nothing to compare.
   */
  async latestDifference(acting: Acting, found: CaseTextOf): Promise<LatestDifference | null> {
    const unsent = await this.sinceLatestVersion(acting, found);
    if (unsent?.difference.unchanged !== true) return unsent;
    const { reference, currentVersion } = found;
    if (currentVersion === null || currentVersion < 2) return null;
    const difference = await this.reading.difference(acting, reference, currentVersion - 1, currentVersion);
    return { from: difference.from, to: difference.to, difference };
  }
}
