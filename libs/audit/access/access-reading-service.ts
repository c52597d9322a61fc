import { Injectable } from '@nestjs/common';
import {
  caseIdOf,
  Database,
  listAccessRecords,
  type AccessListRequest,
  type TextPage,
  type Actor,
} from '#persistence';
import { notFound, together } from '#platform';

/** What an auditor asks the record of access. */
export type AccessQuestion = AccessListRequest;

/** Answers who saw a case, and what a person looked at. For auditors. */
@Injectable()
export class AccessReadingService {
  constructor(private readonly database: Database) {}

  /**
   * Records of access, latest first.
   * @throws ProblemError 404 when there is no such case
   */
  async list(acting: Actor, request: AccessQuestion): Promise<TextPage> {
    const { reference } = request;
    const queryable = this.database.as(acting);
    const [caseId, records] = await together([
      reference === null ? null : caseIdOf(queryable, reference),
      listAccessRecords(queryable, request),
    ]);
    if (reference !== null && caseId === null) throw notFound(`There is no case ${reference}.`);
    return records;
  }
}
