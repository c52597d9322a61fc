import { Controller, Get, Query } from '@nestjs/common';
import type { Acting } from '#casework';
import { ASSURING_ORGANISATION_KEY, londonDate } from '#domain';
import { IdParam, namePositionOf, NotRecorded, OrganisationListQuery, pageOf } from '#edge';
import { Access, holdsAny, OrganisationService, PeopleService } from '#identity';
import { Clock, together } from '#platform';
import { checkRequest } from '../../forms/check-request.js';
import { fieldsOf } from '../../forms/posted-form.js';
import { CurrentActor } from '../../server/current-actor.js';
import { show, type PageAnswer } from '../../server/page.js';
import { noticeOf } from '../notices.js';
import { filledIn } from '../filled-in.js';
import { changeRows, standingOf } from './organisation-model.js';

const OF_NO_CASE = 'organisations';

/** More of them belong to none. */
const MOST_CHILDREN = 500;

/** Organisations, for everybody who is signed in; what was changed of them, for administrators. */
@Controller('organisations')
@Access('signed-in')
export class OrganisationPagesController {
  constructor(
    private readonly people: PeopleService,
    private readonly organisations: OrganisationService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @NotRecorded(OF_NO_CASE)
  async list(@CurrentActor() acting: Acting, @Query() sent: unknown): Promise<PageAnswer> {
    const query = checkRequest(OrganisationListQuery, filledIn(fieldsOf(sent)));
    const { text, after, limit } = query;
    const filter = { text: text ?? null, parentId: null };
    const rows = await this.people.listOrganisations(acting, limit + 1, namePositionOf(after), filter);
    const page = pageOf(rows, limit, (last) => [last.name, last.id]);
    const today = this.today();
    const further = { ...(text === undefined ? {} : { text }), after: page.next ?? '' };
    return show('administration/organisations/organisations', {
      organisations: page.items.map((one) => ({ ...one, standing: standingOf(one, today) })),
      text: text ?? '',
      further: after !== undefined,
      next: page.next === null ? null : `/organisations?${new URLSearchParams(further).toString()}`,
      mayChange: holdsAny(acting, ['administrator']),
    });
  }

  @Get(':id')
  @NotRecorded(OF_NO_CASE)
  async read(
    @CurrentActor() acting: Acting,
    @IdParam() id: string,
    @Query('done') done: unknown,
  ): Promise<PageAnswer> {
    const mayChange = holdsAny(acting, ['administrator']);
    const [organisation, parent, children, changes] = await together([
      this.organisations.organisation(acting, id),
      this.organisations.parentOf(acting, id),
      this.people.listOrganisations(acting, MOST_CHILDREN, null, { text: null, parentId: id }),
      mayChange ? this.organisations.changes(acting, id) : [],
    ]);
    return show('administration/organisations/organisation', {
      organisation,
      standing: standingOf(organisation, this.today()),
      parent,
      children,
      changes: changeRows(changes),
      mayChange,
      mayEnd: organisation.key !== ASSURING_ORGANISATION_KEY,
      notice: noticeOf(done),
    });
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}
