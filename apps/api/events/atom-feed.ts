import { EVENT_NAMES, STATE_NAMES } from '#domain';
import type { OrganisationFeed } from '#persistence';

const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML takes it: nothing is markup, and what XML does not allow is left out. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => SPECIAL[sign] ?? sign);
}

/** Where a feed is, and what it is called by. */
export interface FeedPlace {
  readonly organisationId: string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** Address of this page, from the root on. */
  readonly self: string;
  /** Of the page with what was before; `null` on the last. */
  readonly next: string | null;
}

/** An Atom feed (RFC 4287), in pages (RFC 5005, section 3). Says no more of a case than its reference and its state. */
export function atomFeed({ name, validFrom, events }: OrganisationFeed, place: FeedPlace): string {
  const { organisationId, publicUrl, self, next } = place;
  const tag = `tag:${new URL(publicUrl).hostname},2026:`;
  const api = `${publicUrl}/api/v1`;
  const entries = events.map(
    ({ reference, sequence, type, toState, occurredAt }) => `
  <entry>
    <id>${xml(`${tag}cases/${reference}/events/${String(sequence)}`)}</id>
    <title>${xml(`${reference}: ${EVENT_NAMES[type]}`)}</title>
    <updated>${occurredAt}</updated>
    <link rel="alternate" href="${xml(`${publicUrl}/cases/${reference}`)}"/>
    <link rel="related" type="application/json" href="${xml(`${api}/cases/${reference}`)}"/>
    <category term="${xml(type)}"/>
    <summary>${xml(`The case is now: ${STATE_NAMES[toState]}.`)}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${xml(`${tag}organisations/${organisationId}`)}</id>
  <title>${xml(`Spend control cases of ${name}`)}</title>
  <updated>${events[0]?.occurredAt ?? `${validFrom}T00:00:00Z`}</updated>
  <author><name>Spend control cases</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(publicUrl + self)}"/>${
    next === null ? '' : `\n  <link rel="next" type="application/atom+xml" href="${xml(publicUrl + next)}"/>`
  }${entries.join('')}
</feed>
`;
}
