import { Injectable } from '@nestjs/common';
import {
  caseIdOf,
  Database,
  listAccessRecords,
  type AccessListRequest,
  type TextPage,
  type Actor,
} from '#persistence';
import { notFound } from '#platform';

/** What an auditor asks the record of access. */
export interface AccessQuestion extends Omit<AccessListRequest, 'caseId'> {
  /** Who saw this case; `null` for whatever case. */
  readonly reference: string | null;
}

/** Answers who saw a case, and what a person looked at. For auditors. */
@Injectable()
export class AccessReadingService {
  constructor(private readonly database: Database) {}

  /**
   * Records of access, latest first.
   * @throws ProblemError 404 when there is no such case
   */
  async list(acting: Actor, { reference, ...request }: AccessQuestion): Promise<TextPage> {
    if (reference === null) return listAccessRecords(this.database.as(acting), { ...request, caseId: null });
    const caseId = await caseIdOf(this.database.as(acting), reference);
    if (caseId === null) throw notFound(`There is no case ${reference}.`);
    return listAccessRecords(this.database.as(acting), { ...request, caseId });
  }
}
