import { readRegime, readWorkingCalendar, type ReferenceDataKind, type WorkingCalendar } from '#domain';
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
          // As precise as its sources are: a year, a month or a day.
          {
            key: 'In force',
            value: { text: `From ${validFrom} ${validTo === null ? 'on' : `to ${validTo}`}` },
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
  }
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
