import { ASSURANCE_ROLES, DEPARTMENT_ROLES, roleFor, type ActorFacts } from '#domain';

/** What somebody is to a case: of its department, of GDS Assurance, or there to look, as auditors are. */
export type ReaderKind = 'department' | 'assurance' | 'onlooker';

/** What a reader is to a case. Who speaks for its organisation is the department, whatever else they are. */
export function readerKind(acting: ActorFacts, organisationId: string): ReaderKind {
  if (roleFor(acting, organisationId, DEPARTMENT_ROLES) !== undefined) return 'department';
  return roleFor(acting, organisationId, ASSURANCE_ROLES) === undefined ? 'onlooker' : 'assurance';
}
