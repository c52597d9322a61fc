import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ConditionService, FormFaults, type Acting } from '#casework';
import { whyNotConcluded, type CaseAction, type ConditionStatus } from '#domain';
import { ConditionExtensionRequest, isUuid, ReasonRequest, Recorded } from '#edge';
import { Access } from '#identity';
import { notFound, together } from '#platform';
import { CasePages } from '../case/case-pages.js';
import type { ListedConditionText } from '../case/case-texts.js';
import { checkRequest, noteFaults } from '../forms/check-request.js';
import { conflictPage } from '../forms/conflict.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { PostedForm, type PostedFields } from '../forms/posted-form.js';
import { conditionStory } from '../answering/condition-story.js';
import { fileViews } from '../attachments/file-views.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { CONDITION_TAGS } from '../views/tags.js';
import { donePath, type DoneName } from './done-words.js';
import { inOrderOf } from '../forms/problem-words.js';
import { frame, offerOf, refusedPage, ReviewPages, revisionIn, statusOf } from './review-pages.js';

interface Settling {
  readonly action: CaseAction;
  readonly title: string;
  readonly about: string;
  readonly button: string;
  /** What is asked for as a reason; nothing where none is needed. */
  readonly reason: string | null;
  readonly done: DoneName;
  /** Statuses in which it can be done. */
  readonly from: readonly string[];
}

const SETTLINGS: Readonly<Record<'confirm' | 'send-back' | 'not-met' | 'waive' | 'extend', Settling>> = {
  confirm: {
    action: 'confirm-condition-met',
    title: 'Confirm that a condition is met',
    about: 'The condition is settled then. The department and the owner are told.',
    button: 'Confirm that it is met',
    reason: null,
    done: 'condition-met',
    from: ['evidence-submitted'],
  },
  'send-back': {
    action: 'send-condition-back',
    title: 'Send the evidence for a condition back',
    about: 'The condition is open again, and the department can give other evidence.',
    button: 'Send the evidence back',
    reason: 'What does the evidence not show?',
    done: 'condition-sent-back',
    from: ['evidence-submitted'],
  },
  'not-met': {
    action: 'conclude-not-met',
    title: 'Conclude that a promise was not met',
    about:
      'It stays on record as not met, with your reason, and is not waited for any more. The department and the owner are told, and reminded of it no longer.',
    button: 'Conclude that it was not met',
    reason: 'What was promised and did not come?',
    done: 'promise-not-met',
    from: ['open', 'evidence-submitted'],
  },
  waive: {
    action: 'waive-condition',
    title: 'Waive a condition',
    about: 'The condition no longer has to be met. That it was waived, by whom and why stays on record.',
    button: 'Waive the condition',
    reason: 'Why does it no longer have to be met?',
    done: 'condition-waived',
    from: ['open', 'evidence-submitted'],
  },
  extend: {
    action: 'extend-condition',
    title: 'Give a condition more time',
    about:
      'It still has to be met, by a later day. The department and the owner are told, and reminded anew.',
    button: 'Give it more time',
    reason: 'Why is it given more time?',
    done: 'condition-extended',
    from: ['open', 'evidence-submitted'],
  },
};

/** Why nothing can be done about a condition in a status, where it cannot. */
const WHY_NOT: Readonly<Record<ConditionStatus, string>> = {
  open: 'There is no evidence to judge',
  'evidence-submitted': 'There is evidence to judge',
  met: 'The condition has been met already',
  'not-met': 'GDS Assurance concluded that this was not met',
  waived: 'The condition was waived, so it no longer has to be met',
  'carried-over':
    'It was carried over, and is followed with the request that took the place of this approval',
};

function settlingOf(what: string): Settling {
  if (!Object.hasOwn(SETTLINGS, what)) throw notFound();
  return SETTLINGS[what as keyof typeof SETTLINGS];
}

/** What becomes of a condition: met, sent back, waived, or of a promise, not met. */
@Controller('cases/:reference/conditions/:id')
@Access('auditor-or-assurance')
export class ConditionController {
  constructor(
    private readonly pages: ReviewPages,
    private readonly cases: CasePages,
    private readonly conditions: ConditionService,
    private readonly faults: FormFaults,
  ) {}

  @Get(':what')
  @Recorded('view')
  ask(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Param('what') what: string,
  ): Promise<PageAnswer> {
    return this.page(acting, reference, id, what, {}, []);
  }

  @Post(':what')
  @Recorded('view')
  @HttpCode(200)
  settle(
    @CurrentActor() acting: Acting,
    @Param('reference') given: string,
    @Param('id') id: string,
    @Param('what') what: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const reference = this.cases.canonical(given);
    const settling = settlingOf(what);
    if (!isUuid(id)) throw notFound();
    return this.pages.take(acting, reference, {
      body,
      fieldOf: (pointer) => (pointer === '/dueOn' ? 'dueOn-day' : pointer.slice(1)),
      act: async (form) => {
        await this.act(acting, reference, id, settling, form);
        return goTo(donePath(reference, settling.done));
      },
      again: (fields, problems) =>
        this.page(
          acting,
          reference,
          id,
          what,
          fields,
          inOrderOf(problems, {
            'dueOn-day': 'Enter the day by which it must be met now',
            reason: 'Give a reason, which the department reads',
          }),
        ),
      overtaken: (fields) => this.overtaken(acting, reference, id, what, fields),
    });
  }

  private async act(
    acting: Acting,
    reference: string,
    id: string,
    { done, reason: asksReason }: Settling,
    form: PostedForm,
  ): Promise<void> {
    const { conditions } = this;
    const revision = revisionIn(form.fields);
    if (asksReason === null) {
      await conditions.confirmMet(acting, reference, revision, id);
      return;
    }
    if (done === 'condition-extended') {
      const dueOn = form.date('dueOn', 'The new due date');
      const values = { dueOn, reason: form.textOrNull('reason') };
      if (dueOn !== null) {
        const said = { newDueOn: dueOn, conditionId: id };
        noteFaults(form, await this.faults.of(acting, reference, 'extend-condition', said), '/dueOn');
      }
      const given = checkRequest(ConditionExtensionRequest, values, form.problems);
      const { dueOn: later, reason: why } = given;
      await conditions.extend(acting, reference, revision, { conditionId: id, dueOn: later, reason: why });
      return;
    }
    const { reason } = checkRequest(ReasonRequest, { reason: form.textOrNull('reason') });
    if (done === 'condition-waived') await conditions.waive(acting, reference, revision, id, reason);
    else if (done === 'promise-not-met')
      await conditions.concludeNotMet(acting, reference, revision, id, reason);
    else await conditions.sendBack(acting, reference, revision, id, reason);
  }

  private async page(
    acting: Acting,
    reference: string,
    id: string,
    what: string,
    fields: PostedFields,
    problems: readonly ShownProblem[],
  ): Promise<PageAnswer> {
    const settling = settlingOf(what);
    const [open, conditions, attached, events] = await together([
      this.pages.open(acting, reference),
      this.cases.part(acting, reference, 'conditions'),
      this.cases.part(acting, reference, 'attachments'),
      this.pages.eventsOfCondition(acting, reference, id.toLowerCase()),
    ]);
    const offer = offerOf(open, settling.action);
    if (!offer.allowed) return refusedPage(open, settling.title, offer.why, fields, problems);
    const condition = conditionIn(conditions, id);
    if (!settling.from.includes(condition.status) || !condition.inForce)
      return refusedPage(
        open,
        settling.title,
        [
          condition.inForce
            ? WHY_NOT[condition.status]
            : 'The decision this condition belongs to has been replaced by another',
        ],
        fields,
        problems,
      );
    const why = settling.action === 'conclude-not-met' ? whyNotConcluded(condition, condition.overdue) : null;
    if (why !== null) return refusedPage(open, settling.title, [why], fields, problems);
    const framed = frame(open, fields);
    return show(
      'review/condition',
      {
        ...framed,
        revision: new PostedForm(fields).text('revision') || String(condition.revision),
        problems,
        what,
        asksDate: settling.done === 'condition-extended',
        ...settling,
        condition,
        files: Object.fromEntries(
          condition.evidence.map((given) => [
            given.id,
            fileViews(
              attached.filter(({ evidenceId }) => evidenceId === given.id),
              open.found.reference,
            ),
          ]),
        ),
        tag: CONDITION_TAGS[condition.status],
        sentBack: conditionStory(condition, events).filter(({ isSentBack }) => isSentBack),
      },
      statusOf(problems),
    );
  }

  private async overtaken(
    acting: Acting,
    reference: string,
    id: string,
    what: string,
    fields: PostedFields,
  ): Promise<PageAnswer> {
    const { title } = settlingOf(what);
    const [open, conditions] = await together([
      this.pages.open(acting, reference),
      this.cases.part(acting, reference, 'conditions'),
    ]);
    const condition = conditionIn(conditions, id);
    const { casePath, once } = frame(open);
    return conflictPage(
      {
        about: `${title}, ${open.header.reference}`,
        action: `${casePath}/conditions/${id}/${what}`,
        keepTheirs: casePath,
        revision: condition.revision,
        changed: null,
        disagreements: [
          {
            label: 'The condition',
            mine: new PostedForm(fields).text('reason') || title,
            theirs: CONDITION_TAGS[condition.status].text,
          },
        ],
      },
      fields,
      once,
    );
  }
}

/** @throws ProblemError 404 when there is none of this id */
function conditionIn(conditions: readonly ListedConditionText[], id: string): ListedConditionText {
  const found = conditions.find((condition) => condition.id === id.toLowerCase());
  if (found === undefined) throw notFound();
  return found;
}
