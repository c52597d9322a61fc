import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { VariationService, type Acting } from '#casework';
import { FOLLOWING_KINDS, LONGEST_NARRATIVE, type FollowingKind } from '#domain';
import { Recorded, VariationRequestBody } from '#edge';
import { Access } from '#identity';
import { AnsweringPages, type AnsweringCase } from '../answering/answering-pages.js';
import { revisionIn } from '../answering/revision.js';
import { checkRequest } from '../forms/check-request.js';
import type { ShownProblem } from '../forms/form-problems.js';
import { heldIn, type PostedFields } from '../forms/posted-form.js';
import { inOwnWords } from '../forms/problem-words.js';
import { takeForm } from '../forms/take-form.js';
import { paths } from '../request/paths.js';
import { CurrentActor } from '../server/current-actor.js';
import { goTo, show, type PageAnswer } from '../server/page.js';

/** Starts a variation or an extension from an approved case. */
@Controller('cases/:reference/start-variation')
@Access('signed-in')
export class StartVariationController {
  constructor(
    private readonly pages: AnsweringPages,
    private readonly variations: VariationService,
  ) {}

  @Get()
  @Recorded('view')
  async ask(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Query('kind') kind?: string,
  ): Promise<PageAnswer> {
    const opened = await this.pages.openForForm(acting, reference, 'start-variation');
    const chosen = FOLLOWING_KINDS.find((one) => one === kind);
    return page(opened, chosen === undefined ? {} : { kind: chosen }, []);
  }

  @Post()
  @Recorded('view')
  async start(
    @CurrentActor() acting: Acting,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const opened = await this.pages.open(acting, reference, 'start-variation');
    const { reference: canonical } = opened.found;
    return takeForm({
      body,
      act: async (form) => {
        const { kind, whatChanges } = checkRequest(VariationRequestBody, {
          kind: form.textOrNull('kind'),
          whatChanges: form.textOrNull('whatChanges'),
        });
        const answer = await this.variations.start(acting, canonical, revisionIn(form.fields), {
          kind,
          whatChanges,
        });
        return goTo(paths.tasks(startedIn(answer.body)));
      },
      again: (fields, problems) =>
        page(
          opened,
          fields,
          inOwnWords(problems, {
            kind: 'Choose whether it is a variation or an extension',
            whatChanges: 'Say what changes from what was approved, and why',
          }),
        ),
      overtaken: (fields) =>
        page(opened, { ...fields, revision: String(opened.found.revision) }, [
          {
            field: '',
            text: 'Somebody changed the case meanwhile. Look at it again, and send this once more',
          },
        ]),
    });
  }
}

function startedIn(answer: string): string {
  const { following } = JSON.parse(answer) as {
    readonly following: { readonly reference: string; readonly kind: FollowingKind };
  };
  return following.reference;
}

function page(
  { found, header }: AnsweringCase,
  fields: PostedFields,
  problems: readonly ShownProblem[],
): PageAnswer {
  return show(
    'after-decision/start-variation',
    {
      found,
      header,
      fields,
      longest: LONGEST_NARRATIVE,
      revision: heldIn(fields, 'revision') || String(found.revision),
      problems,
      once: randomUUID(),
    },
    problems.length > 0 ? 400 : 200,
  );
}
