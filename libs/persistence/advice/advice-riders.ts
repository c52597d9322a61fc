import type {
  AdviceMessageKind,
  AdviceOutcome,
  AdviceSubject,
  PointNumber,
  ProtectiveMarking,
  Role,
} from '#domain';
import type { Rider } from '../cases/case-change.js';

/** What a request for advice is about. */
export interface AdviceToAsk {
  readonly subject: AdviceSubject;
  readonly point: PointNumber | null;
  readonly aboutCaseId: string | null;
}

/** Says what a case asks advice on. */
export function askAdvice({ subject, point, aboutCaseId }: AdviceToAsk): Rider {
  return (bind) => `insert into advice_request (case_id, subject, point, about_case_id)
    select id, ${bind(subject, 'text')}, ${bind(point, 'smallint')}, ${bind(aboutCaseId, 'uuid')} from changed`;
}

/** Says which case a question is about from now on, and which point of it. */
export function tieAdvice(aboutCaseId: string, point: PointNumber | null): Rider {
  return (bind) => `update advice_request
    set about_case_id = ${bind(aboutCaseId, 'uuid')}, point = ${bind(point, 'smallint')}
    from changed where advice_request.case_id = changed.id`;
}

/** A message of a thread. */
export interface MessageToWrite {
  readonly id: string;
  readonly kind: AdviceMessageKind;
  readonly body: string;
  readonly outcome?: AdviceOutcome;
  readonly sentTo?: string;
  /** Both `null` where the service itself wrote it. */
  readonly authorId: string | null;
  readonly authorRole: Role | null;
  readonly writtenAt: Date;
}

/** Adds a message to a thread; it stays what it says. */
export function writeMessage(message: MessageToWrite): Rider {
  return (
    bind,
  ) => `insert into advice_message (id, case_id, sequence, kind, body, outcome, sent_to, author_id,
      author_role, written_at)
    select ${bind(message.id, 'uuid')}, id, revision, ${bind(message.kind, 'text')}, ${bind(message.body, 'text')},
      ${bind(message.outcome ?? null, 'text')}, ${bind(message.sentTo ?? null, 'text')},
      ${bind(message.authorId, 'uuid')}, ${bind(message.authorRole, 'text')}, ${bind(message.writtenAt, 'timestamptz')}
    from changed`;
}

/** Guidance for everybody to read. */
export interface GuidanceToPublish {
  readonly id: string;
  readonly subject: AdviceSubject;
  readonly point: PointNumber | null;
  readonly title: string;
  readonly body: string;
  readonly publishedBy: string;
  readonly publishedAt: Date;
}

/** Publishes guidance, and says apart from it what it was made of: the two are not read by the same people. */
export function publishGuidance(guidance: GuidanceToPublish): readonly Rider[] {
  const { id, subject, point, title, body, publishedBy, publishedAt } = guidance;
  return [
    (bind) => `insert into guidance (id, subject, point, title, body, published_at)
      select ${bind(id, 'uuid')}, ${bind(subject, 'text')}, ${bind(point, 'smallint')}, ${bind(title, 'text')},
        ${bind(body, 'text')}, ${bind(publishedAt, 'timestamptz')} from changed`,
    (bind) => `insert into guidance_source (guidance_id, case_id, sequence, published_by)
      select ${bind(id, 'uuid')}, id, revision, ${bind(publishedBy, 'uuid')} from changed`,
  ];
}

/** Takes guidance back, for whoever it was for. */
export function withdrawGuidance(id: string, at: Date): Rider {
  return (
    bind,
  ) => `update guidance set withdrawn_at = ${bind(at, 'timestamptz')}, withdrawn_because = 'taken-back'
    from changed where guidance.id = ${bind(id, 'uuid')}`;
}

/**
 * What has to be written with a question that is marked: whatever was published of it is taken down from every
 * department; its text stays for who may see the question.
 */
export function takeGuidanceDown(marking: ProtectiveMarking, at: Date): readonly Rider[] {
  if (marking === 'OFFICIAL') return [];
  return [
    (bind) => `update guidance set withdrawn_at = ${bind(at, 'timestamptz')}, withdrawn_because = 'marked'
      from changed join guidance_source s on s.case_id = changed.id
      where guidance.id = s.guidance_id and guidance.withdrawn_at is null`,
  ];
}
