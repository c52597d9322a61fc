import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ConditionService, type Acting } from '#casework';
import { MOST_LINKS } from '#domain';
import { ConditionEvidenceRequest, plainLinks, Recorded } from '#edge';
import { Access } from '#identity';
import { together } from '#platform';
import { casePath } from '../case/action-paths.js';
import type { AttachmentText, ListedConditionText } from '../case/case-texts.js';
import type { EventText } from '../case/event-texts.js';
import { inOwnWords } from '../forms/problem-words.js';
import { fieldsOf, heldIn, type PostedFields } from '../forms/posted-form.js';
import { checkRequest } from '../forms/check-request.js';
import { conflictPage } from '../forms/conflict.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { takeForm } from '../forms/take-form.js';
import { FormFiles } from '../attachments/form-files.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';
import { FormFile, TakesFile, type SentFile } from '../server/uploads.js';
import { AnsweringPages, type AnsweringCase } from './answering-pages.js';
import { conditionStory, sentBackWith } from './condition-story.js';
import { emptyLinkRows, linkFieldOf, linkRows, MORE_LINKS, shownLinkRows } from './link-rows.js';
import { revisionIn } from './revision.js';

const ACTION = 'submit-condition-evidence';

/** Asks for a link that is not whole, in the words of the form. */
const LINK_ASKS = Object.fromEntries(
  Array.from({ length: MOST_LINKS + 1 }, (_, index) => [
    [`title-${index}`, `Say what link ${index + 1} leads to`],
    [`url-${index}`, `Give the whole address of link ${index + 1}, beginning with https://`],
  ]).flat(),
) as Readonly<Record<string, string>>;

/** A department shows that a condition is met. */
@Controller('cases/:reference/conditions/:id')
@Access('signed-in')
export class EvidenceController {
  constructor(
    private readonly pages: AnsweringPages,
    private readonly conditions: ConditionService,
    private readonly files: FormFiles,
  ) {}

  @Get('evidence')
  @Recorded('view')
  async ask(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    return form(await this.read(acting, reference, id), {}, []);
  }

  @Post('evidence')
  @Recorded('view')
  @TakesFile()
  async give(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @FormFile() sent: SentFile,
  ): Promise<PageAnswer> {
    const read = await this.read(acting, reference, id);
    const { opened, condition } = read;
    const canonical = opened.found.reference;
    const posted = fieldsOf(body);
    if (posted[MORE_LINKS] !== undefined) return form(read, posted, emptyLinkRows(posted, MOST_LINKS));
    return takeForm({
      body,
      fieldOf: linkFieldOf,
      act: async (given) => {
        if (await this.files.take(acting, canonical, { conditionId: id }, given, sent))
          return form(await this.read(acting, canonical, id), given.fields, []);
        const { text, links } = checkRequest(ConditionEvidenceRequest, {
          text: given.text('text'),
          links: linkRows(given.fields, MOST_LINKS),
        });
        const evidence = { conditionId: id, text, links: plainLinks(links) };
        await this.conditions.submitEvidence(acting, canonical, revisionIn(given.fields), evidence);
        return goTo(casePath(canonical, `conditions/${id}/evidence-given`));
      },
      again: async (fields, problems) => form(await this.read(acting, canonical, id), fields, problems),
      overtaken: async (fields) =>
        conflictPage(
          {
            about: `Condition ${condition.number}: ${condition.text}`,
            action: casePath(canonical, `conditions/${id}/evidence`),
            keepTheirs: casePath(canonical, `conditions/${id}/evidence`),
            revision: condition.revision,
            changed: await this.pages.lastChange(acting, opened),
            disagreements: [
              {
                label: 'Evidence',
                mine: heldIn(fields, 'text'),
                theirs: condition.evidence.at(-1)?.text ?? '',
              },
            ],
          },
          fields,
          randomUUID(),
        ),
    });
  }

  @Get('evidence-given')
  @Recorded('view')
  async given(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    const [{ header }, condition] = await together([
      this.pages.open(acting, reference, ACTION),
      this.pages.condition(acting, reference, id),
    ]);
    if (condition.status !== 'evidence-submitted')
      return goTo(casePath(header.reference, `conditions/${id}/evidence`));
    return show('answering/evidence-given', { header, condition });
  }

  private async read(acting: Acting, given: string, id: string): Promise<EvidencePage> {
    const reference = this.pages.canonical(given);
    const [opened, condition, events, files, attached] = await together([
      this.pages.open(acting, reference, ACTION),
      this.pages.condition(acting, reference, id),
      this.pages.eventsOf(acting, reference, id),
      this.pages.filesOf(acting, reference),
      this.files.model(acting, reference, { conditionId: id }),
    ]);
    return { opened, condition, events, files, attached };
  }
}

/** What the page of a condition's evidence is made of. */
interface EvidencePage {
  readonly opened: AnsweringCase;
  readonly condition: ListedConditionText;
  readonly events: readonly EventText[];
  readonly files: readonly AttachmentText[];
  readonly attached: Awaited<ReturnType<FormFiles['model']>>;
}

function form(
  { opened: { found, header, why }, condition, events, files, attached }: EvidencePage,
  fields: PostedFields,
  problems: readonly ShownProblem[],
): PageAnswer {
  const rows = shownLinkRows(fields, MOST_LINKS);
  const story = conditionStory(condition, events, files, found.reference);
  return show(
    'answering/evidence',
    {
      found,
      header,
      condition,
      why,
      mayGive: why.length === 0 && condition.inForce && condition.status === 'open',
      attached,
      story,
      sentBack: sentBackWith(story),
      text: heldIn(fields, 'text'),
      rows,
      mayAddRows: rows.length < MOST_LINKS,
      moreLinks: MORE_LINKS,
      revision: heldIn(fields, 'revision') || String(condition.revision),
      problems: inOwnWords(problems, { text: 'Say how the condition is met', ...LINK_ASKS }),
      once: randomUUID(),
    },
    problems.length > 0 ? 400 : 200,
  );
}
