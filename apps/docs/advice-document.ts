import {
  ADVICE_ACTIONS,
  ADVICE_OUTCOME_NAMES,
  ADVICE_OUTCOMES,
  ADVICE_SUBJECT_WORDS,
  ADVICE_SUBJECTS,
  ADVICE_SUBJECTS_SOURCE,
  ADVICE_TURNAROUND,
  NOTICES,
  NOTICE_EVENTS,
  EVENT_NAMES,
  RECIPIENT_NAMES,
  ROLE_NAMES,
  ruleFor,
  STATE_NAMES,
  type CaseAction,
} from '#domain';
import { generatedDocument, list, table } from './markdown.js';

const ANSWERED_BY = {
  'gds-assurance': 'GDS Assurance',
  'crown-commercial-service': 'the Crown Commercial Service, by email',
} as const;

const WHAT_IT_IS = list([
  'A request for advice is a case of its own kind, in one of three states of the one lifecycle: `advice-asked`, `advice-answered`, `advice-closed`. Its history, its access, its clock, its files, its assignment, its emails and its disposal are those of cases; lists, counts, dashboards and auditors’ questions about requests for money leave it out.',
  'Submitters and assurance leads ask: from nothing, from planned spend, or from a point of a draft. Whoever asks says how it is marked.',
  'A question has the strictest marking of the one it was asked with and that of the case it is about, at every moment: marking a case, on the page, by the API or by a file of planned spend, marks its questions in the same transaction, each with an event of its own, and the database refuses a case that is marked more strictly than a question about it. Either side can mark a question higher later; it is never marked lower, also where its case is.',
  'Of a marked question every email says only that there is something to read, its reference and its address; also an email that waited, for a digest or for another try, and was written before the question was marked. It is neither sent to the Crown Commercial Service nor made guidance of, and programs without `marked-cases:read` do not see it.',
  'It is seen by its organisation, GDS Assurance and auditors; to everybody else it does not exist. The database holds that as well.',
  'The thread is added to and never changed. Answers, referrals, closures and guidance need `If-Match`: of two answers at once one is written, and the other is told to look again. What a department adds overwrites nothing and needs none.',
  'Who has it in hand is said by the routes and the page by which reviewers are assigned to cases. A reviewer who answers a question nobody has takes it on. It takes none of the points of work by which reviews are shared out.',
  'What was advised stands beside the point on the pages on which the department prepares the request and GDS Assurance assesses it, where it was asked from that case or put beside it later; advice on no point in particular stands beside every point.',
  'Which case a question is about can be said later, also once it was closed: by the department once, and from then on by GDS Assurance alone, so that nobody takes what was advised from beside their own case. The question is marked as high as that case.',
]);

const GUIDANCE = list([
  'An answer can be published to every department as guidance, beside a point or beside none, in words of its own. It is refused where it names an organisation the service knows, by its name or its acronym, anybody who wrote in the thread, the title of the case asked about, the reference of any case or an email address. Capitals, accents, signs, “&” for “and” and “the” make no difference; acronyms of up to three letters are looked for in capitals only; the organisation of who publishes may be named. That catches slips: on the page, what every department will read is shown before it is published.',
  'Published words stand in a table apart from what they were made of. Who may read them sees neither the question, nor who asked, nor which organisation.',
  'It can be withdrawn, with a reason. What was published, when and by whom, and that it was withdrawn, are events of the question.',
]);

const FRAMEWORKS = list([
  'A question about buying through frameworks is sent by email to `FRAMEWORKS_ADDRESS` as soon as it is asked, with the name and address of who asked, who gets the same words, once, and finds them in the thread; an answer to the email goes to who asked, where emails go out by SMTP (GOV.UK Notify does not send an address to answer to that was not set up there, so the address is in the text as well). The GDS Assurance inbox is told that it was sent on, and that there is nothing to do. Asking and sending on are kept together or not at all. GDS Assurance can send any other question there, too.',
  'Nothing is sent where no address is set up, and nothing that is marked higher than OFFICIAL: then the question waits for GDS Assurance.',
  'A referral counts as a first answer. What the Crown Commercial Service answers comes by email and is not kept here.',
]);

const ROUTES = table(
  ['Route', 'What it does'],
  [
    ['`POST /api/v1/advice`', 'asks'],
    [
      '`GET /api/v1/advice`',
      'lists: `show`, `adviser` (`me`, `nobody`), `subject`, `overdue`, `organisation`',
    ],
    ['`GET /api/v1/advice/{reference}`', 'reads the thread'],
    ['`POST /api/v1/advice/{reference}/follow-ups`', 'writes again, for the department'],
    ['`POST /api/v1/advice/{reference}/answers`', 'answers'],
    ['`POST /api/v1/advice/{reference}/referral`', 'sends it to the Crown Commercial Service'],
    ['`POST /api/v1/advice/{reference}/closure`', 'closes it with an outcome'],
    ['`POST /api/v1/advice/{reference}/reopening`', 'opens it again'],
    ['`POST /api/v1/advice/{reference}/about`', 'says which case it is about, and which point of it'],
    ['`POST /api/v1/advice/{reference}/marking`', 'marks it more strictly'],
    ['`POST /api/v1/advice/{reference}/guidance`', 'publishes guidance'],
    ['`POST /api/v1/advice/{reference}/guidance/{id}/withdrawal`', 'withdraws it'],
    ['`GET /api/v1/guidance`', 'lists published guidance, for everybody'],
    ['`GET /api/v1/cases/{reference}/advice`', 'gives what was advised on a case'],
    ['`POST /api/v1/cases/{reference}/messages/{id}/attachments`', 'attaches a file to one’s own message'],
    ['`POST /api/v1/cases/{reference}/assign`, `/hand-over`, `/unassign`', 'say who has it in hand'],
  ],
);

/** `docs/advice.md`: asking GDS Assurance for advice. */
export function adviceDocument(): string {
  const [target] = ADVICE_TURNAROUND.targets;
  return generatedDocument(
    'Advice',
    'A department asks GDS Assurance about the Technology Code of Practice, at any time and without asking for money.',
    '## What it is',
    WHAT_IT_IS,
    '## Subjects',
    `Read in: ${ADVICE_SUBJECTS_SOURCE.source} (${ADVICE_SUBJECTS_SOURCE.url ?? ''}).`,
    table(
      ['Subject', 'Answered by'],
      ADVICE_SUBJECTS.map((subject) => {
        const { name, answeredBy } = ADVICE_SUBJECT_WORDS[subject];
        return [`${name} (\`${subject}\`)`, ANSWERED_BY[answeredBy]];
      }),
    ),
    '## The first answer',
    `GDS Assurance aims to ${target?.name ?? ''} within ${String(target?.days ?? 0)} working days. Source: ${target?.provenance.source ?? ''} (${target?.provenance.url ?? ''}). What arrives at or after ${ADVICE_TURNAROUND.cutOff} in London, or on a day that is not worked, counts from the next working day; whoever has it is warned ${String(target?.warnDaysBefore ?? 0)} working day before the last. Nothing stops the clock, a later question does not start it again, and closing ends it; opening a question again that was never answered starts it anew. The rules are those of [the clock of a case](clock.md).`,
    '## What is done, and by whom',
    table(
      ['Action', 'From', 'Who'],
      (Object.keys(ADVICE_ACTIONS) as CaseAction[]).map((action) => {
        const { name, from, roles } = ruleFor(action);
        return [
          `${name} (\`${action}\`)`,
          from.map((state) => STATE_NAMES[state]).join(', '),
          roles.map((role) => ROLE_NAMES[role]).join(', '),
        ];
      }),
    ),
    `Outcomes: ${ADVICE_OUTCOMES.map((outcome) => `${ADVICE_OUTCOME_NAMES[outcome]} (\`${outcome}\`)`).join(', ')}.`,
    '## Buying through frameworks',
    FRAMEWORKS,
    '## Guidance',
    GUIDANCE,
    '## Emails',
    table(
      ['What happened', 'Who is told'],
      NOTICE_EVENTS.filter((event) => event.startsWith('advice-')).map((event) => [
        EVENT_NAMES[event],
        NOTICES[event].to.map((part) => RECIPIENT_NAMES[part]).join(', '),
      ]),
    ),
    'Assignment, a first answer that is due soon and one that is late are told as of cases.',
    '## Routes',
    ROUTES,
  );
}
