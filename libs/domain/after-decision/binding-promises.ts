import type { CaseContent } from '../case/case-content.js';
import type { ExceptionRuling } from '../lifecycle/case-facts.js';

/**
 * A request as far as what it promises binds its approval: with the legacy exceptions alone that were accepted. A refused
 * one is no ground for the approval, so what it promises in return is none of its terms; a decider who wants it all the
 * same asks for it as a condition. This service's own rule.
 * @param rulings those that stand on the version that is decided, by exception
 */
export function withAcceptedExceptions<Content extends Pick<CaseContent, 'legacyExceptions'>>(
  content: Content,
  rulings: ReadonlyMap<string, ExceptionRuling>,
): Content {
  const legacyExceptions = content.legacyExceptions.filter(({ id }) => rulings.get(id) === 'accepted');
  return { ...content, legacyExceptions };
}
