import type { PipeTransform } from '@nestjs/common';
import { REFERENCE_DATA_KINDS, type ReferenceDataKind } from '#domain';
import { notFound } from '#platform';

/** What a page says of a kind of reference data. */
interface KindWords {
  /** One of them: “version of the spend control”. */
  readonly one: string;
  readonly about: string;
  /** What being the one that counts means. */
  readonly counts: string;
  /** What adding one does. */
  readonly adding: string;
}

/** What pages say of each kind. */
export const KIND_WORDS: Readonly<Record<ReferenceDataKind, KindWords>> = {
  regimes: {
    one: 'version of the spend control',
    about:
      'What is asked of a request, how it is rated and routed, and how long an answer may take. A request keeps the version it came under.',
    counts: 'New requests come under it',
    adding:
      'Nothing changes for any request yet: new requests come under it once it is adopted, from a day on that whoever runs the service names.',
  },
  'working-days': {
    one: 'list of bank holidays',
    about: 'The days of England and Wales on which no clock runs, beside Saturdays and Sundays.',
    counts: 'It counts now',
    adding: 'Clocks go by it from now on.',
  },
  'common-components': {
    one: 'catalogue of common components',
    about:
      'The products of government that a request is asked about on point 8: whether each is used, or why not. A request keeps the catalogue of the day it was first submitted.',
    counts: 'It counts now',
    adding:
      'It counts from the day it names, which cannot be over, for requests that have not been submitted by then.',
  },
};

/** Reads the kind of a path; any other is not there. */
export const readKind: PipeTransform<string, ReferenceDataKind> = {
  transform(value) {
    const kind = REFERENCE_DATA_KINDS.find((known) => known === value);
    if (kind === undefined) throw notFound();
    return kind;
  },
};

/** Address of one version. */
export function versionPath(kind: ReferenceDataKind, version: string): string {
  return `/reference-data/${kind}/${encodeURIComponent(version)}`;
}

/** Name of the file a version is saved in, of letters that every system takes. */
export function fileNameOf(kind: ReferenceDataKind, version: string): string {
  return `${kind}-${version.replaceAll(/[^\w.-]+/g, '-')}.json`;
}
