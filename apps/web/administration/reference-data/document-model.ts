import {
  CATEGORY_NAMES,
  choice,
  dateInWords,
  FLAG_STATEMENTS,
  PHASE_NAMES,
  readComponentCatalogue,
  readRegime,
  readWorkingCalendar,
  type ComponentCatalogue,
  type ComponentScope,
  type ReferenceDataKind,
  type WorkingCalendar,
} from '#domain';
import { dayInWords } from '../../views/page-filters.js';
import { sourceCell, table, words, type Cell, type Section } from './blocks.js';
import { regimeSections } from './regime-sections.js';

/** A document as people read it. */
export interface DocumentModel {
  readonly name: string;
  /** What the document says of itself as a whole. */
  readonly facts: readonly { readonly key: string; readonly value: Cell }[];
  readonly sections: readonly Section[];
}

/** Reads a document for a page; `null` where it cannot be read as one of its kind. */
export function documentModel(kind: ReferenceDataKind, document: unknown): DocumentModel | null {
  switch (kind) {
    case 'regimes': {
      const read = readRegime(document);
      if (!read.ok) return null;
      const { version, name, summary, validFrom, validTo, provenance, licence } = read.regime;
      return {
        name,
        facts: [
          { key: 'Version', value: { text: version } },
          { key: 'What it is', value: { text: summary } },
          {
            key: 'In force',
            value: { text: inForce(validFrom, validTo) },
          },
          { key: 'Source', value: sourceCell(provenance) },
          { key: 'Licence', value: { text: licence } },
        ],
        sections: regimeSections(read.regime),
      };
    }
    case 'working-days': {
      const read = readWorkingCalendar(document);
      return read.ok ? calendarModel(read.calendar) : null;
    }
    case 'common-components': {
      const read = readComponentCatalogue(document);
      return read.ok ? catalogueModel(read.catalogue) : null;
    }
  }
}

function inForce(validFrom: string, validTo: string | null): string {
  return `From ${dateInWords(validFrom)} ${validTo === null ? 'on' : `to ${dateInWords(validTo)}`}`;
}

function calendarModel(calendar: WorkingCalendar): DocumentModel {
  const { name, source, url, licence, firstDay, lastDay, publishedUntil, holidays } = calendar;
  const years = [...new Set(holidays.map(({ date }) => date.slice(0, 4)))].sort().reverse();
  return {
    name,
    facts: [
      { key: 'Days covered', value: { text: `${dayInWords(firstDay)} to ${dayInWords(lastDay)}` } },
      {
        key: 'Published until',
        value: { text: `${dayInWords(publishedUntil)}; later days are only expected` },
      },
      { key: 'Source', value: sourceCell({ source, url }) },
      { key: 'Licence', value: { text: licence } },
    ],
    sections: [
      {
        title: 'Days',
        blocks: [
          words('Days that count as not worked, beside Saturdays and Sundays. The latest year comes first.'),
          ...years.map((year) =>
            table(
              year,
              ['Day', 'Bank holiday'],
              holidays
                .filter(({ date }) => date.startsWith(year))
                .map(({ date, title }) => [dayInWords(date), title]),
            ),
          ),
        ],
      },
    ],
  };
}

function catalogueModel(catalogue: ComponentCatalogue): DocumentModel {
  const { version, name, summary, source, url, licence, validFrom, components } = catalogue;
  return {
    name,
    facts: [
      { key: 'Version', value: { text: version } },
      { key: 'What it is', value: { text: summary } },
      { key: 'Counts from', value: { text: dayInWords(validFrom) } },
      { key: 'Source', value: sourceCell({ source, url }) },
      { key: 'Licence', value: { text: licence } },
    ],
    sections: [
      {
        title: 'Components',
        blocks: [
          table(
            'What a request is asked about',
            ['Component', 'What it does', 'Asked about when'],
            components.map((one) => [
              sourceCell({ source: one.name, url: one.url }),
              one.does,
              scopeInWords(one.askedWhen),
            ]),
          ),
        ],
      },
    ],
  };
}

/** When a component is asked about, in words. */
function scopeInWords({ flags, categories, phases }: ComponentScope): string {
  const parts = [
    flags.map((flag) => FLAG_STATEMENTS[flag]),
    categories.map((category) => `the kind of spending is “${CATEGORY_NAMES[category]}”`),
    phases.map((phase) => `the phase is “${PHASE_NAMES[phase]}”`),
  ].filter((words) => words.length > 0);
  return parts.length === 0 ? 'Always' : parts.map(choice).join(', and ');
}
