import type { Role } from '#domain';
import { holdsAny, type ActingPerson } from '#identity';

/** A link of the service navigation. */
export interface NavigationLink {
  readonly text: string;
  readonly href: string;
  /** Whether the page shown is one of this part. */
  readonly active: boolean;
}

interface Part {
  readonly text: string;
  readonly href: string;
  /** Roles that have work there; everybody signed in where it says none. */
  readonly roles?: readonly Role[];
}

const PARTS: readonly Part[] = [
  { text: 'Home', href: '/' },
  { text: 'Cases', href: '/cases', roles: ['submitter', 'assurance-lead', 'reviewer', 'decider', 'auditor'] },
  {
    text: 'Pipeline',
    href: '/pipeline',
    roles: ['submitter', 'assurance-lead', 'reviewer', 'decider', 'auditor'],
  },
  {
    text: 'Advice',
    href: '/advice',
    roles: ['submitter', 'assurance-lead', 'reviewer', 'decider', 'auditor'],
  },
  { text: 'Decisions', href: '/decisions', roles: ['reviewer', 'decider', 'auditor'] },
  { text: 'Dashboard', href: '/dashboard', roles: ['reviewer', 'decider', 'auditor'] },
  { text: 'Who looked at what', href: '/access-records', roles: ['auditor'] },
  { text: 'Proof of the log', href: '/log', roles: ['auditor'] },
  { text: 'People', href: '/people', roles: ['administrator'] },
  { text: 'Programs', href: '/machine-access', roles: ['administrator'] },
  { text: 'Webhooks', href: '/webhooks', roles: ['administrator'] },
  { text: 'Organisations', href: '/organisations', roles: ['administrator'] },
  { text: 'Reference data', href: '/reference-data', roles: ['administrator', 'auditor'] },
];

/**
 * The parts of the service somebody has work in; none for who is not signed in.
 * @param url of the page shown
 */
export function navigationFor(person: ActingPerson | null, url: string): readonly NavigationLink[] {
  if (person === null) return [];
  const [path = '/'] = url.split('?', 1);
  return PARTS.filter(({ roles }) => roles === undefined || holdsAny(person, roles)).map(
    ({ text, href }) => ({
      text,
      href,
      active: href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`),
    }),
  );
}
