import { randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  ADMINISTRATORS_ACT_ON_NO_CASE,
  ADVICE_SUBJECT_WORDS,
  ADVICE_TURNAROUND,
  FOR_PEOPLE_ALONE,
  isAdministrator,
  isAdvice,
  londonDate,
  makeCaseReference,
  roleFor,
  standingOf,
  strictestMarking,
  type AdviceSubject,
  type CaseDetails,
  type HeldRole,
  type PointNumber,
  type ProtectiveMarking,
} from '#domain';
import {
  answerOfBefore,
  askAdvice,
  caseAskedFrom,
  Database,
  databaseErrorOf,
  newCase,
  regimeAdoptedOn,
  writeCaseChange,
  writeMessage,
  type AskedFrom,
  type CaseChange,
  type OrganisationRow,
} from '#persistence';
import { Clock, Config, notFound, notPermitted, unprocessable } from '#platform';
import { sightOf, type Acting } from '../desk/acting.js';
import { AfterCommit } from '../desk/after-commit.js';
import { replay, writeUnlessAnswered, type Answer } from '../desk/answer.js';
import { payloadBy } from '../desk/machines.js';
import { noticesOf } from '../desk/notices.js';
import { isMarkedMeanwhile } from '../desk/questions-marked.js';
import { BLANK_DETAILS } from '../drafting/details-patch.js';
import { organisationInBeing } from '../drafting/organisation-in-being.js';
import { PolicyBook } from '../policy/policy-book.js';
import { AdviceService, firstAnswerBy } from './advice-service.js';

/** What somebody asks. */
export interface AdviceToAskFor {
  /** Left out where it is asked from a case, whose organisation it then is. */
  readonly organisationId?: string | undefined;
  /** Reference of the case it is asked from; `null` for none. */
  readonly about: string | null;
  readonly subject: AdviceSubject;
  readonly point: PointNumber | null;
  /** A few words. */
  readonly title: string;
  readonly question: string;
  /** How whoever asks marks it; it is never marked less than the case it is asked from. */
  readonly protectiveMarking?: ProtectiveMarking | undefined;
  /** True for demonstration data. */
  readonly synthetic?: boolean;
}

/** A request for advice, worked out, that has no reference yet. */
interface Fresh {
  readonly asked: AdviceToAskFor;
  readonly about: AskedFrom | null;
  readonly organisation: OrganisationRow;
  readonly role: HeldRole;
}

/** Asking for advice: it begins a case of its own kind, which from then on goes as every case does. */
@Injectable()
export class AskingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly policies: PolicyBook,
    private readonly afterCommit: AfterCommit,
    private readonly advice: AdviceService,
  ) {}

  /**
   * Asks GDS Assurance for advice. A question about buying through frameworks is sent on at once.
   * @throws ProblemError 403 when the person does not speak for the organisation, 404 when there is no such case to ask
   * from, 409 when the organisation has ended, 422 when the two do not fit
   */
  async ask(acting: Acting, asked: AdviceToAskFor): Promise<Answer> {
    if (acting.machine !== undefined)
      throw notPermitted(`Asking for advice is for people alone. ${FOR_PEOPLE_ALONE}`);
    for (;;) {
      const before =
        acting.idempotency === undefined
          ? null
          : await answerOfBefore(this.database.as(acting), acting.personId, acting.idempotency.key);
      if (before !== null) return replay(acting, before);
      const fresh = await this.prepare(acting, asked);
      const written = await this.insert(acting, fresh);
      if (written !== null) return written;
    }
  }

  private async prepare(acting: Acting, asked: AdviceToAskFor): Promise<Fresh> {
    if (isAdministrator(acting.roles)) throw notPermitted(`${ADMINISTRATORS_ACT_ON_NO_CASE}.`);
    const about =
      asked.about === null
        ? null
        : await caseAskedFrom(this.database.as(acting), asked.about, sightOf(acting.roles));
    if (asked.about !== null && about === null) throw notFound();
    const organisationId = about?.organisationId ?? asked.organisationId;
    if (organisationId === undefined) throw refused('organisationId', 'Say for which organisation you ask');
    if (asked.organisationId !== undefined && asked.organisationId !== organisationId)
      throw refused('organisationId', 'Ask for the organisation the case belongs to');
    if (about !== null && isAdvice(about.state))
      throw refused('about', 'Name a case that asks for money: this is a question itself');
    const role = roleFor(acting, organisationId, ['submitter', 'assurance-lead']);
    if (role === undefined)
      throw notPermitted('Only a submitter or an assurance lead of an organisation can ask for it');
    const organisation = await organisationInBeing(
      this.database.asService(),
      organisationId,
      londonDate(this.clock.now()),
      'the question',
    );
    if (organisation === null) throw notFound();
    return { asked, about, organisation, role };
  }

  /** Writes it; `null` when its reference is taken or the same request was quicker, and so to be tried again. */
  private async insert(acting: Acting, { asked, about, organisation, role }: Fresh): Promise<Answer | null> {
    const at = this.clock.now();
    const regimeVersion = await regimeAdoptedOn(this.database.asService(), londonDate(at));
    if (regimeVersion === null) throw new Error('No regime has been adopted for new requests');
    const calendar = await this.policies.calendarAt(this.database.asService(), at);
    const { nextDue } = standingOf(ADVICE_TURNAROUND, calendar, [{ moment: 'advice-asked', at }], at);
    const { subject, point, question, synthetic = false } = asked;
    const id = randomUUID();
    const messageId = randomUUID();
    const reference = makeCaseReference((max) => randomInt(max));
    const details: CaseDetails = {
      ...BLANK_DETAILS,
      title: asked.title,
      protectiveMarking: strictestMarking(
        asked.protectiveMarking ?? BLANK_DETAILS.protectiveMarking,
        about?.protectiveMarking ?? BLANK_DETAILS.protectiveMarking,
      ),
    };
    // Who asks is told by the email that sends it on, which says who answers.
    const sentOn = this.advice.isSentOn(subject, details.protectiveMarking);
    const emails = noticesOf(
      'advice-asked',
      { contacts: sentOn ? [] : [asContact(acting)], details, organisation, reference, synthetic },
      'advice-asked',
      acting.personId,
      this.config.assuranceInbox,
      {
        message: question,
        subject: ADVICE_SUBJECT_WORDS[subject].name,
        ...(sentOn ? { sentOn } : {}),
        ...(nextDue === null || sentOn ? {} : { target: firstAnswerBy(nextDue.dueAt) }),
      },
    );
    const answer: Answer = {
      status: 201,
      headers: { etag: '"1"', location: `/api/v1/advice/${reference}` },
      body: JSON.stringify({ reference, state: 'advice-asked', revision: 1, version: null, messageId }),
    };
    const change: CaseChange = {
      caseId: id,
      fromRevision: null,
      previousHash: null,
      create: newCase({
        id,
        reference,
        organisationId: organisation.id,
        state: 'advice-asked',
        pipelineKey: null,
        regimeVersion,
        details,
        createdBy: acting.personId,
        createdAt: at,
        synthetic,
        nextDue,
      }),
      riders: [
        askAdvice({ subject, point, aboutCaseId: about?.id ?? null }),
        writeMessage({
          id: messageId,
          kind: 'question',
          body: question,
          authorId: acting.personId,
          authorRole: role.role,
          writtenAt: at,
        }),
      ],
      event: {
        type: 'advice-asked',
        audience: 'shared',
        actorId: acting.personId,
        actorRole: role.role,
        actorOrganisationId: organisation.id,
        occurredAt: at,
        fromState: null,
        toState: 'advice-asked',
        version: null,
        reason: null,
        payload: payloadBy(acting, {
          reference,
          organisationId: organisation.id,
          regimeVersion,
          details,
          synthetic,
          advice: {
            subject,
            point,
            aboutCaseId: about?.id ?? null,
            aboutReference: about?.reference ?? null,
          },
          messageId,
          body: question,
        }),
      },
      emails,
      answer:
        acting.idempotency === undefined
          ? undefined
          : { personId: acting.personId, ...acting.idempotency, ...answer },
    };
    try {
      if (!(await writeUnlessAnswered(() => this.write(acting, reference, change, sentOn)))) return null;
    } catch (error) {
      if (databaseErrorOf(error)?.constraint === 'spend_case_reference_key' || isMarkedMeanwhile(error))
        return null;
      throw error;
    }
    this.afterCommit.emailsQueued(emails.map((email) => email.id));
    return answer;
  }

  /** The question alone, or with its being sent on: both, or neither. */
  private write(acting: Acting, reference: string, change: CaseChange, sentOn: boolean): Promise<boolean> {
    if (!sentOn) return writeCaseChange(this.database.as(acting), change);
    return this.database.as(acting).transaction(async (transaction) => {
      if (!(await writeCaseChange(transaction, change))) return false;
      await this.advice.sendOn(transaction, reference);
      return true;
    });
  }
}

function refused(field: string, detail: string): ReturnType<typeof unprocessable> {
  return unprocessable(`${detail}.`, [{ pointer: `/${field}`, detail }]);
}

function asContact({ personId, name, email }: Acting): {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly part: 'submitter';
  readonly digest: boolean;
} {
  return { personId, name, email, part: 'submitter', digest: false };
}
