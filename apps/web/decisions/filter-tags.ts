import { FILTER_LABELS, filterRule, type FilterName, type HistoryQuestion } from '#domain';
import { isMultiple } from './filter-form.js';
import type { FilterOptions } from './filter-options.js';
import { offeredBy, valueAsRead } from './filter-words.js';
import { answerAddress, type GivenFilters } from './history-address.js';

/** A filter that can be taken away. */
export interface FilterTag {
  readonly heading: string;
  readonly items: readonly { readonly text: string; readonly href: string }[];
}

/**
 * What is asked, each part of it with the address of the same question without it.
 * @param addressOf where filters are asked with; where the question is, unless given
 */
export function filterTags(
  question: HistoryQuestion,
  given: GivenFilters,
  options: FilterOptions,
  addressOf: (left: GivenFilters) => string = (left) => answerAddress(question.name, left),
): readonly FilterTag[] {
  return Object.entries(given).map(([key, value]) => {
    const name = key as FilterName;
    const offered = offeredBy(name, question, options, filterRule(name).words ?? []);
    const others = without(given, name);
    const words = isMultiple(name) ? value.split(',') : [value];
    return {
      heading: FILTER_LABELS[name],
      items: words.map((word) => {
        const left = words.filter((one) => one !== word).join(',');
        const kept = left === '' ? others : { ...given, [name]: left };
        return { text: valueAsRead(name, word, offered), href: addressOf(kept) };
      }),
    };
  });
}

/** The same filters without one; the bodies below an organisation make no sense without it. */
function without(given: GivenFilters, name: FilterName): GivenFilters {
  return Object.fromEntries(
    Object.entries(given).filter(
      ([other]) => other !== name && !(name === 'organisation' && other === 'children'),
    ),
  );
}
