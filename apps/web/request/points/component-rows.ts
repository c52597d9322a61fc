import {
  COMPONENTS_POINT,
  MOST_COMPONENTS,
  type CommonComponent,
  type ComponentAnswer,
  type PointEvidence,
} from '#domain';
import { heldIn, type PostedFields } from '../../forms/posted-form.js';

/** A common component the form of a point asks about. */
export interface KnownComponent {
  readonly id: string;
  readonly name: string;
  /** What it does and where; `null` where the catalogue has it no more, or does not ask about it now. */
  readonly described: Pick<CommonComponent, 'does' | 'url'> | null;
  /** What is saved of it. */
  readonly answer: ComponentAnswer | null;
}

/**
 * The components the form of a point asks about: those spoken of already, in their order, so that what is missing of
 * one leads to its box, and then those asked about.
 */
export function knownComponents(
  { point, components = [] }: PointEvidence,
  asked: readonly CommonComponent[],
): readonly KnownComponent[] {
  if (point !== COMPONENTS_POINT) return [];
  return [
    ...components.map((answer) => ({
      id: answer.component,
      name: answer.name,
      described: asked.find(({ id }) => id === answer.component) ?? null,
      answer,
    })),
    ...asked
      .filter(({ id }) => components.every(({ component }) => component !== id))
      .map((one) => ({ id: one.id, name: one.name, described: one, answer: null })),
  ];
}

/** What a form says of each component it names, boxes in their order; what is not answered as `null`. */
export function postedComponents(
  fields: PostedFields,
): readonly { readonly component: string; readonly use: string | null; readonly reason: string | null }[] {
  return Array.from({ length: MOST_COMPONENTS }, (_, index) => ({
    component: heldIn(fields, `component-${index}`).trim(),
    use: heldIn(fields, `use-${index}`).trim() || null,
    reason: heldIn(fields, `why-${index}`).trim() || null,
  })).filter(({ component }) => component !== '');
}

/** Components as a form shows them, with what its boxes hold. */
export function componentRows(fields: PostedFields, known: readonly KnownComponent[]) {
  return postedComponents(fields).map(({ component, use, reason }) => {
    const found = known.find(({ id }) => id === component);
    return {
      id: component,
      name: found?.name ?? component,
      described: found?.described ?? null,
      use,
      reason,
    };
  });
}
