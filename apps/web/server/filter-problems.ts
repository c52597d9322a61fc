import type { FastifyRequest } from 'fastify';
import type { Problem } from '#platform';
import type { ShownProblem } from '../forms/form-problems.js';
import { show, type ShownPage } from './page.js';

/** What filters are called where the address of a list names them. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    organisation: 'Organisation',
    organisationId: 'Organisation',
    period: 'Starts',
    show: 'Show',
    subject: 'Subject',
    point: 'Point',
    adviser: 'With whom',
    overdue: 'First answer',
    role: 'Role',
    active: 'Standing',
    text: 'Words',
    words: 'Words',
    after: 'Page',
    before: 'Page',
    limit: 'How many',
  }),
);

/** Sentences that ask a program for a value: people choose from what the page offers. */
const FOR_PROGRAMS = /^(Give|Choose one of|Enter an id)/;

function sentenceFor(name: string, detail: string): string {
  const called = NAMES.get(name) ?? name;
  if (name === 'after' || name === 'before') return 'Page: start again from the first one';
  return FOR_PROGRAMS.test(detail)
    ? `${called}: choose from what the list offers`
    : `${called}: ${detail.charAt(0).toLowerCase()}${detail.slice(1)}`;
}

/**
 * The page for a list whose address asks for what cannot be, each filter named, with the address without it; `null`
 * where something else is wrong.
 */
export function filtersPage({ status, errors = [] }: Problem, request: FastifyRequest): ShownPage | null {
  const asks = request.method === 'GET' || request.method === 'HEAD';
  if (status !== 400 || !asks || errors.length === 0) return null;
  const [path = '/', text = ''] = request.url.split('?', 2);
  const query = new URLSearchParams(text);
  const names = errors.map(({ pointer }) => pointer.split('/')[1] ?? '');
  if (!names.every((name) => query.has(name))) return null;
  const problems = errors.map(({ detail }, index): ShownProblem => {
    const name = names[index] ?? '';
    const left = new URLSearchParams([...query].filter(([other]) => other !== name)).toString();
    return {
      text: sentenceFor(name, detail),
      href: left === '' ? path : `${path}?${left}`,
      field: '',
    };
  });
  return show('errors/filters', { problems, listHref: path }, 400);
}
