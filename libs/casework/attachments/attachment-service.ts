import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  SHORT_LIVED_DIGEST,
  authorise,
  checkFileName,
  contentDisposition,
  londonDate,
  overLimit,
  whyWithheld,
  type ActionRequest,
  type AttachedTo,
  type AttachmentLimits,
  type CaseAction,
  type FileType,
  type StandingAttachment,
} from '#domain';
import {
  addAttachment,
  Database,
  findAttachment,
  ObjectStore,
  removeAttachment,
  type AttachmentToGive,
  type CaseRecord,
} from '#persistence';
import { AppLogger, Clock, Config, conflict, notFound, unavailable } from '#platform';
import { conditionIn, maybeConditionIn } from '../conditions/condition-service.js';
import { AfterCommit } from '../desk/after-commit.js';
import { sightOf, type Acting } from '../desk/acting.js';
import type { Answer } from '../desk/answer.js';
import { CaseDesk } from '../desk/case-desk.js';
import { CaseLoading } from '../desk/case-loading.js';
import { problemOf } from '../desk/refusals.js';
import { exceptionIn } from '../drafting/drafting-service.js';
import type { IncomingFile } from './incoming-file.js';
import { FILE_POINTER, refusedFile } from './inspection/refused-file.js';
import { inspectFile } from './inspection/inspect-file.js';
import { verified } from './verified.js';

/** What an attached file is given out as: its bytes, and headers that keep a browser from running any of it. */
export interface GivenFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: AsyncIterable<Uint8Array>;
}

/** What is attached to, for each of the four. */
export const TO_NOTHING: AttachedTo = { point: null, exceptionId: null, conditionId: null, messageId: null };

/**
 * Files attached to evidence. Whoever may change a part of a case may attach files to it and take them out again; who
 * may see the case may have them, once they are found clean.
 */
@Injectable()
export class AttachmentService {
  readonly limits: AttachmentLimits;

  constructor(
    private readonly desk: CaseDesk,
    private readonly loading: CaseLoading,
    private readonly database: Database,
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly logger: AppLogger,
    private readonly afterCommit: AfterCommit,
  ) {
    this.limits = {
      fileBytes: config.attachmentLimitBytes,
      perPart: config.attachmentsPerPart,
      perCase: config.attachmentsPerCase,
      caseBytes: config.attachmentCaseBytes,
    };
  }

  /** Whether files can be attached here at all. */
  get isOn(): boolean {
    return this.config.attachmentStorage !== 'off';
  }

  /**
   * Says no before anything of a file is taken in, where it would be said afterwards.
   * @throws ProblemError 404, 403, 409 or 422 as {@link attach}; 503 where no storage is set up
   */
  async demandMayAttach(acting: Acting, reference: string, to: AttachedTo): Promise<void> {
    this.demandOn();
    const { record, facts } = await this.loading.load(acting, reference);
    const request = { ...requestFor(record, to), today: londonDate(this.clock.now()) };
    const permit = authorise({
      kind: 'case-action',
      action: actionFor(to),
      facts,
      actor: acting,
      request,
    });
    if (!permit.allowed) throw problemOf(permit.refusals);
    this.demandRoom(record, to, 0);
  }

  /**
   * Attaches a file that has arrived: looked into, kept, and written down with its checksum as an event of the case.
   * Where any of this fails nothing of the file is left. The file itself is the caller's to discard.
   * @throws ProblemError 422 for a file that is not taken, 404 when there is no such case or part, 403 or 409 when
   * something is in the way
   */
  async attach(acting: Acting, reference: string, to: AttachedTo, file: IncomingFile): Promise<Answer> {
    this.demandOn();
    const checked = checkFileName(file.name);
    if ('why' in checked) throw refusedFile(checked.why);
    const type = await inspectFile(file.path, checked.name);
    const id = randomUUID();
    await this.store.put(id, file.read(), file.bytes);
    try {
      const answer = await this.write(withContent(acting, file, checked.name), reference, to, {
        id,
        name: checked.name,
        type,
        file,
      });
      // The same request was answered before: the file of then is the one that counts.
      if (answer.headers['idempotency-replayed'] !== undefined) await this.destroyQuietly(id);
      else if (this.isScanned) this.afterCommit.attachmentsWait([id]);
      return answer;
    } catch (error) {
      await this.destroyQuietly(id);
      throw error;
    }
  }

  private write(
    acting: Acting,
    reference: string,
    to: AttachedTo,
    { id, name, type, file }: { id: string; name: string; type: FileType; file: IncomingFile },
  ): Promise<Answer> {
    const { bytes, sha256 } = file;
    const { mediaType } = type;
    return this.desk.perform(acting, reference, {
      action: actionFor(to),
      request: (record) => requestFor(record, to),
      plan: (record, _by, _facts, at) => {
        this.demandRoom(record, to, bytes);
        return {
          type: 'attachment-added',
          payload: { attachmentId: id, ...asWritten(to), name, mediaType, bytes, sha256 },
          toState: record.state,
          riders: [
            addAttachment({
              id,
              ...to,
              name,
              mediaType,
              bytes,
              sha256,
              toBeScanned: this.isScanned,
              addedBy: acting.personId,
              addedAt: at,
            }),
          ],
          status: 201,
          location: `/api/v1/cases/${record.reference}/attachments/${id}`,
          made: { id, name, mediaType, bytes, sha256, status: this.isScanned ? 'waiting' : 'not-scanned' },
        };
      },
    });
  }

  /**
   * Takes a file out of what the case says now. What was submitted or handed in with it keeps it.
   * @throws ProblemError 404 when there is no such case or file, 403 or 409 when something is in the way
   */
  remove(acting: Acting, reference: string, id: string): Promise<Answer> {
    const find = (record: CaseRecord): StandingAttachment | undefined =>
      record.attachments.find((one) => one.id === id);
    return this.desk.perform(acting, reference, {
      action: (record) => actionFor(find(record) ?? TO_NOTHING),
      request: (record) => requestFor(record, find(record) ?? TO_NOTHING),
      plan: (record, _by, _facts, at) => {
        const found = find(record);
        if (found === undefined) throw notFound();
        if (found.evidenceId !== null)
          throw conflict('This file was handed in with evidence, and stays with it.');
        if (found.messageId !== null)
          throw conflict('This file belongs to what was written, and stays with it.');
        return {
          type: 'attachment-removed',
          payload: { attachmentId: id },
          toState: record.state,
          riders: [removeAttachment(id, acting.personId, at)],
          made: { id },
        };
      },
    });
  }

  /**
   * A file of a case, to be sent on as it is read. Its checksum is worked out on the way: where it is not the one in
   * the event log the last of the file is never sent.
   * @throws ProblemError 404 when there is none or the person may not see the case, 409 saying why it is withheld
   */
  async give(acting: Acting, reference: string, id: string): Promise<GivenFile> {
    const found = await findAttachment(this.database.as(acting), reference, sightOf(acting.roles), id);
    if (found === null) throw notFound();
    acting.witness?.sawCase(found);
    const why = whyWithheld(found.status);
    if (why !== null) throw conflict(`${why}.`);
    return { headers: headersOf(found), content: await this.contentOf(found) };
  }

  private async contentOf(found: AttachmentToGive): Promise<AsyncIterable<Uint8Array>> {
    const alarm = (fault: string): void => {
      this.logger.error(
        { event: ATTACHMENT_FAULT, attachmentId: found.id, fault },
        'An attached file is not what it was',
      );
    };
    try {
      return verified(await this.store.get(found.storedId), found, alarm);
    } catch (error) {
      this.logger.error(
        { event: ATTACHMENT_FAULT, attachmentId: found.id, error },
        'An attached file could not be read',
      );
      throw unavailable('The file cannot be read just now. Try again in a little while.');
    }
  }

  private get isScanned(): boolean {
    return this.config.malwareScanner === 'clamav';
  }

  private demandOn(): void {
    if (!this.isOn) throw unavailable('Files cannot be attached here: no storage is set up for them.');
  }

  /** @throws ProblemError 404 when the case has no such part, 409 when no more can be attached there */
  private demandRoom(record: CaseRecord, to: AttachedTo, bytes: number): void {
    demandPart(record, to);
    const why = overLimit(record.attachments, to, bytes, this.limits);
    if (why !== null) throw conflict(`${why}.`, [{ pointer: FILE_POINTER, detail: why }]);
  }

  /** What cannot be destroyed now is found by the sweep. */
  private async destroyQuietly(id: string): Promise<void> {
    try {
      await this.store.destroy(id);
    } catch (error) {
      this.logger.warn({ attachmentId: id, error }, 'A file nobody attached could not be destroyed yet');
    }
  }
}

/** Name of what is logged when a kept file is gone or altered, for whoever watches the log. */
export const ATTACHMENT_FAULT = 'attachment-fault';

/** Whoever may change a part may attach to it. */
function actionFor({ conditionId, messageId }: AttachedTo): CaseAction {
  if (messageId !== null) return 'attach-to-advice';
  return conditionId === null ? 'edit-content' : 'submit-condition-evidence';
}

function requestFor(
  record: CaseRecord,
  { conditionId, messageId }: AttachedTo,
): Omit<ActionRequest, 'today'> {
  if (messageId !== null) return { advice: { messageId } };
  return conditionId === null ? {} : { condition: maybeConditionIn(record, conditionId) };
}

/** @throws ProblemError 404 when the case has no such part */
function demandPart(record: CaseRecord, { exceptionId, conditionId, messageId }: AttachedTo): void {
  if (exceptionId !== null) exceptionIn(record, exceptionId);
  if (conditionId !== null) conditionIn(record, conditionId);
  if (messageId !== null && !record.advice?.messages.some(({ id }) => id === messageId)) throw notFound();
}

/** As its event has it: of what came later, only what is there. */
function asWritten({
  messageId,
  ...others
}: AttachedTo): Omit<AttachedTo, 'messageId'> & { readonly messageId?: string } {
  return messageId === null ? others : { ...others, messageId };
}

/** A repeat is the same request only with the same bytes under the same name. */
function withContent(acting: Acting, { sha256 }: IncomingFile, name: string): Acting {
  const { idempotency } = acting;
  if (idempotency === undefined) return acting;
  const requestHash = createHash(SHORT_LIVED_DIGEST)
    .update(idempotency.requestHash)
    .update(`${sha256} ${name}`)
    .digest();
  return { ...acting, idempotency: { ...idempotency, requestHash } };
}

function headersOf({ name, mediaType, bytes, sha256 }: AttachmentToGive): Readonly<Record<string, string>> {
  return {
    'content-type': mediaType,
    'content-length': String(bytes),
    'content-disposition': contentDisposition(name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
    etag: `"${sha256}"`,
  };
}
