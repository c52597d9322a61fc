import type { AttachmentRef, EvidenceLink } from '#domain';
import type { FileView } from '../../attachments/file-views.js';
import type { PersonText } from '../../case/case-texts.js';
import type { Tag } from '../../views/tags.js';

/** One line of what is said. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** One thing of a section: a point, a decision, a comment. */
export interface Entry {
  readonly heading: string;
  readonly tags: readonly Tag[];
  readonly facts: readonly Fact[];
  readonly links: readonly EvidenceLink[];
  readonly files: readonly FileView[];
}

/** A part of a case on the page of how it stood. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** What it says where there was none. */
  readonly empty: string;
  readonly entries: readonly Entry[];
}

/** How an attached file is shown. */
export type ShownFile = (file: AttachmentRef) => FileView;

/** A line, left out where there is nothing to say. */
export function fact(label: string, text: string | null | undefined): readonly Fact[] {
  return text === null || text === undefined || text === '' ? [] : [{ label, text }];
}

/** A line that says so where nothing was answered. */
export function answer(label: string, text: string | null | undefined): Fact {
  return { label, text: text === null || text === undefined || text === '' ? 'Not answered' : text };
}

export function entry(
  heading: string,
  facts: readonly (readonly Fact[])[],
  {
    tags = [],
    links = [],
    files = [],
  }: {
    readonly tags?: readonly Tag[];
    readonly links?: readonly EvidenceLink[];
    readonly files?: readonly FileView[];
  } = {},
): Entry {
  // Only what a browser takes as a web address is made a link.
  const safe = links.filter(({ url }) => /^https?:\/\//i.test(url));
  return { heading, tags, facts: facts.flat(), links: safe, files };
}

/** The name of a person; the service itself where it was nobody. */
export function nameOf(person: PersonText | null): string {
  return person === null ? 'The service' : person.name;
}
