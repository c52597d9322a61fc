import type { AccessKind } from '#domain';
import { withRouteSettings } from '../server/route-settings.js';

/** What a route that reads says about the record of access. */
export type ReadingRule =
  | {
      readonly what: AccessKind;
      /** The filter of the query that names one case, where there is one. */
      readonly caseFilter?: string | undefined;
    }
  | { readonly notRecorded: string };

/** Settings of a route, where the server keeps them. */
export interface RouteSettings {
  readonly reading?: ReadingRule;
}

/**
 * Declares that whoever reads here is recorded: who, what, which case or which search, and when. A restricted case is
 * shown only once that is written. Which part of a case it was is taken from the address.
 *
 * @param caseFilter the filter that narrows a search to one case: a search that has it is a view of that case
 */
export function Recorded(what: AccessKind, caseFilter?: string): MethodDecorator {
  return withRouteSettings({ reading: { what, caseFilter } } satisfies RouteSettings);
}

/** Declares that reading here is not recorded, and why: nothing it shows is about a case. */
export function NotRecorded(because: string): MethodDecorator {
  return withRouteSettings({ reading: { notRecorded: because } } satisfies RouteSettings);
}
