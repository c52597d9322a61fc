import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import nunjucks from 'nunjucks';
import { Clock, Config } from '#platform';
import { navigationFor } from '../layout/navigation.js';
import { assetVersion, packageFolder, webFolder } from '../server/assets.js';
import { markedToken, markOf } from '../server/form-token.js';
import type { ShownPage } from '../server/page.js';
import { nonceOf } from '../server/page-headers.js';
import { sessionOf } from '../server/session-of-request.js';
import { sessionEndOf } from '../sign-in/session-end/session-end.js';
import { PAGE_FILTERS, PAGE_WORDS } from './page-filters.js';
import { inOrderOfPage, problemsIn } from './problems-in-order.js';

/** Makes pages of templates. Everything a template writes is escaped unless it says otherwise. */
@Injectable()
export class PageViews {
  private readonly environment: nunjucks.Environment;
  private readonly version = assetVersion();

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.environment = new nunjucks.Environment(
      new nunjucks.FileSystemLoader([
        webFolder(),
        join(packageFolder('govuk-frontend'), 'dist'),
        packageFolder('@ministryofjustice/frontend'),
      ]),
      { autoescape: true, throwOnUndefined: false, trimBlocks: true, lstripBlocks: true },
    );
    for (const [name, filter] of Object.entries(PAGE_FILTERS)) this.environment.addFilter(name, filter);
    for (const [name, words] of Object.entries(PAGE_WORDS)) this.environment.addGlobal(name, words);
  }

  /** The page as HTML, for the one who asks for it. */
  render(request: FastifyRequest, reply: FastifyReply, { template, model }: ShownPage): string {
    const session = sessionOf(request);
    const mark = keptMarkOf(model) ?? (session === null ? null : markOf(session.personId));
    const values = {
      ...model,
      cspNonce: nonceOf(request),
      assetPath: '/assets',
      assetVersion: this.version,
      csrfToken: markedToken(reply.generateCsrf(), mark),
      path: request.url.split('?', 1)[0],
      person: session,
      navigation: navigationFor(session, request.url),
      isLocal: this.config.appMode === 'local',
      now: this.clock.now(),
      sessionEnd: sessionEndOf(request, this.config, this.clock.now()),
    };
    const html = this.environment.render(`${template}.njk`, values);
    // Only the page itself knows where its fields stand; what is wrong with them is told in the same order.
    const problems = problemsIn(model);
    const ordered = inOrderOfPage(problems, html);
    return ordered.every((problem, index) => problem === problems[index])
      ? html
      : this.environment.render(`${template}.njk`, { ...values, problems: ordered });
  }
}

/** A page that carries what somebody wrote says whose it is, whoever is signed in. */
function keptMarkOf({ kept }: ShownPage['model']): string | null {
  return typeof kept === 'object' && kept !== null && 'of' in kept && typeof kept.of === 'string'
    ? kept.of
    : null;
}
