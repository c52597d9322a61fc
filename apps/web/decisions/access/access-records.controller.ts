import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AccessReadingService } from '#audit';
import type { Acting } from '#casework';
import { CurrentActor } from '../../server/current-actor.js';
import {
  addDays,
  isIsoDate,
  parseCaseReference,
  readDateInAddress,
  startOfLondonDay,
  type IsoDate,
} from '#domain';
import { cursorOf, isUuid, NotRecorded, PAGE_LIMIT, positionOf, Recorded, witnessOf } from '#edge';
import { Access } from '#identity';
import { badRequest, ProblemError } from '#platform';
import { problemsOf, type ShownProblem } from '../../forms/form-problems.js';
import { refuseUnknownFilters } from '../../forms/known-filters.js';
import { dateBoxes, fieldsOf, PostedForm, type PostedFields } from '../../forms/posted-form.js';
import { goTo, show, type PageAnswer } from '../../server/page.js';
import { afterOf, withQuery } from '../history-address.js';
import { accessRow, type AccessRecordText } from './access-words.js';

const PATH = '/access-records';
const TEMPLATE = 'decisions/access/access-records';

/** What is asked of the record of access. */
interface Asked {
  readonly reference: string | null;
  readonly personId: string | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** Who looked at a case, and what a person looked at. */
@Controller('access-records')
@Access('auditor')
export class AccessRecordsPageController {
  constructor(private readonly reading: AccessReadingService) {}

  @Get()
  @Recorded('search', 'reference')
  async list(
    @CurrentActor() acting: Acting,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    refuseUnknownFilters(query, ['reference', 'personId', 'from', 'to']);
    const fields = fieldsOf(query);
    try {
      const asked = askedOf(fields);
      if (asked.reference === null && asked.personId === null) return page(asked, fieldsOfAsked(asked), []);
      const after = afterOf(query);
      const found = await this.reading.list(acting, {
        reference: asked.reference,
        personId: asked.personId,
        from: asked.from === null ? null : startOfLondonDay(asked.from).toISOString(),
        to: asked.to === null ? null : startOfLondonDay(addDays(asked.to, 1)).toISOString(),
        after: positionOf(after),
        limit: PAGE_LIMIT,
      });
      witnessOf(request).sawList(found.count);
      const next = cursorOf(found.next);
      const records = JSON.parse(found.json) as readonly AccessRecordText[];
      return page(asked, fieldsOfAsked(asked), [], {
        rows: records.map(accessRow),
        personName: asked.personId === null ? null : (records[0]?.person?.name ?? 'This person'),
        isLaterPage: after !== undefined,
        firstHref: addressOf(asked),
        nextHref: next === null ? null : addressOf(asked, next),
      });
    } catch (error) {
      return shownAgain(error, fields);
    }
  }

  @Get('narrow')
  @NotRecorded('it shows nothing of a case: it goes on to the records, or shows the form again')
  narrow(@Query() query: unknown): PageAnswer {
    const form = new PostedForm(fieldsOf(query));
    try {
      const asked = {
        reference: referenceOf(form.text('reference')),
        personId: idOf(form.text('personId')),
        from: form.date('from', 'First day'),
        to: form.date('to', 'Last day'),
      };
      if (asked.reference === null && asked.personId === null && form.text('reference') === '')
        form.refuse('reference', 'Enter the reference of a case');
      if (asked.reference === null && form.text('reference') !== '')
        form.refuse('reference', 'The reference must be like DT-3HDJ-MFXJ');
      checkOrder(asked, form);
      if (form.problems.length > 0) throw badRequest('Check what you entered.', form.problems);
      return goTo(addressOf(asked));
    } catch (error) {
      return shownAgain(error, form.fields);
    }
  }
}

function checkOrder({ from, to }: Asked, form: PostedForm): void {
  if (from !== null && to !== null && from > to)
    form.refuse('from-day', 'First day must be the same as or before the last day');
}

function referenceOf(text: string): string | null {
  return text === '' ? null : parseCaseReference(text);
}

function idOf(text: string): string | null {
  return isUuid(text) ? text : null;
}

function dayOf(text: string): IsoDate | null {
  return isIsoDate(text) ? text : null;
}

/** @throws ProblemError 400 naming every field that is wrong */
function askedOf(fields: PostedFields): Asked {
  const form = new PostedForm(fields);
  const asked = {
    reference: referenceOf(form.text('reference')),
    personId: idOf(form.text('personId')),
    from: dayOf(form.text('from')),
    to: dayOf(form.text('to')),
  };
  if (asked.reference === null && form.text('reference') !== '')
    form.refuse('reference', 'The reference must be like DT-3HDJ-MFXJ');
  for (const [name, words] of [
    ['from', 'First day'],
    ['to', 'Last day'],
  ] as const) {
    const reading = readDateInAddress(form.text(name), words);
    if (form.text(name) !== '' && !reading.ok) form.refuse(`${name}-${reading.part}`, reading.message);
  }
  checkOrder(asked, form);
  if (form.problems.length > 0) throw badRequest('Check what you entered.', form.problems);
  return asked;
}

function fieldsOfAsked({ reference, personId, from, to }: Asked): PostedFields {
  return {
    reference: reference ?? '',
    personId: personId ?? '',
    ...dateBoxes('from', from),
    ...dateBoxes('to', to),
  };
}

function addressOf({ reference, personId, from, to }: Asked, after?: string): string {
  return withQuery(PATH, {
    reference: reference ?? undefined,
    personId: personId ?? undefined,
    from: from ?? undefined,
    to: to ?? undefined,
    after,
  });
}

/** There being no such case is a fault of what was written, and not of the page. */
function shownAgain(error: unknown, fields: PostedFields): PageAnswer {
  const noCase = error instanceof ProblemError && error.problem.status === 404;
  const problems = noCase
    ? [{ text: 'There is no case of this reference', href: '#reference', field: 'reference' }]
    : problemsOf(error);
  if (problems === null) throw error;
  return page(
    { reference: null, personId: idOf(String(fields['personId'] ?? '')), from: null, to: null },
    fields,
    problems,
  );
}

function page(
  asked: Asked,
  fields: PostedFields,
  problems: readonly ShownProblem[],
  found: Readonly<Record<string, unknown>> = {},
): PageAnswer {
  const { reference, personId, from, to } = asked;
  const tags = [
    ...(reference === null
      ? []
      : [{ heading: 'Case', text: reference, href: addressOf({ ...asked, reference: null }) }]),
    ...(personId === null
      ? []
      : [
          {
            heading: 'Person',
            text: found['personName'] ?? 'This person',
            href: addressOf({ ...asked, personId: null }),
          },
        ]),
    ...(from === null
      ? []
      : [{ heading: 'First day', day: from, href: addressOf({ ...asked, from: null }) }]),
    ...(to === null ? [] : [{ heading: 'Last day', day: to, href: addressOf({ ...asked, to: null }) }]),
  ];
  const model = { action: `${PATH}/narrow`, asked, fields, problems, tags, clearHref: PATH, ...found };
  return show(TEMPLATE, model, problems.length > 0 ? 400 : 200);
}
