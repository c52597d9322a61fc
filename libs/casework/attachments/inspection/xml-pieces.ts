import { StringDecoder } from 'node:string_decoder';
import { unescaped } from './xml-tags.js';

/** A piece of an XML part as it goes by. Names are without their prefix. */
export type XmlPiece =
  | {
      readonly kind: 'begin';
      readonly name: string;
      /** Names may come twice, with different prefixes. */
      readonly attributes: readonly (readonly [name: string, value: string])[];
      /** Nothing is in it. */
      readonly isEmpty: boolean;
    }
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const NAME = '[\\p{L}_][\\p{L}\\p{N}_.\\-·]*';
const ATTRIBUTE = `\\s+(?:(${NAME}):)?(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`;
const ATTRIBUTES = new RegExp(ATTRIBUTE, 'gu');
const BEGIN = new RegExp(`^<(?:${NAME}:)?(${NAME})((?:${ATTRIBUTE})*)\\s*(/?)>$`, 'u');
const END = new RegExp(`^</(?:${NAME}:)?(${NAME})\\s*>$`, 'u');
/** Characters of one tag at most: pictures within attributes are not written by programs. */
const LONGEST_TAG = 1_048_576;

/** What stands between a `<` and its end, by how it begins. */
const SPECIAL: readonly (readonly [begins: string, ends: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** Another reader might read what this one does not. */
export class UnreadableXml extends Error {}

/**
 * Reads an XML part of any size piece by piece, and keeps no more of it than one tag. It reads what programs that write
 * documents write: no document types, and no entities but those of XML itself.
 */
export class XmlPieces {
  private readonly decoder = new StringDecoder('utf8');
  private rest = '';
  /** How far `rest` was looked through for the end of what it begins with, so that nothing is looked at twice. */
  private looked = 0;
  /** The end that is waited for within a comment, an instruction or a section of characters; `null` outside. */
  private within: (typeof SPECIAL)[number] | null = null;
  private quote = '';

  constructor(private readonly tell: (piece: XmlPiece) => void) {}

  /** @throws UnreadableXml */
  take(bytes: Buffer): void {
    this.read(this.decoder.write(bytes));
  }

  /** @throws UnreadableXml where the part is not whole */
  end(): void {
    this.read(this.decoder.end());
    if (this.within !== null || this.rest.startsWith('<')) throw new UnreadableXml();
    if (this.rest !== '') this.text(this.rest);
  }

  private read(text: string): void {
    const all = this.rest + text;
    let place = 0;
    for (;;) {
      const next = this.step(all, place);
      if (next === null) break;
      place = next;
      this.looked = 0;
    }
    this.rest = all.slice(place);
    if (this.rest.length > LONGEST_TAG) throw new UnreadableXml();
  }

  /** Reads one piece; `null` where there is not all of it yet. @returns where it ends */
  private step(all: string, place: number): number | null {
    if (place >= all.length) return null;
    if (this.within !== null) return this.special(all, place, this.within);
    if (all[place] !== '<') {
      const next = all.indexOf('<', place);
      // An entity is not cut in two.
      const end = next === -1 ? this.endOfText(all, place) : next;
      if (end === place) return null;
      this.text(all.slice(place, end));
      return end;
    }
    for (const special of SPECIAL)
      if (all.startsWith(special[0], place)) {
        this.within = special;
        return place + special[0].length;
      }
    const begins = all.slice(place, place + '<![CDATA['.length);
    if (begins.startsWith('<!') || begins === '<') {
      if (SPECIAL.some(([mark]) => mark.startsWith(begins))) return null;
      throw new UnreadableXml();
    }
    return this.tag(all, place);
  }

  private endOfText(all: string, place: number): number {
    const entity = all.lastIndexOf('&');
    return entity >= place && all.length - entity < 16 && !all.includes(';', entity) ? entity : all.length;
  }

  private special(all: string, place: number, [begins, ends]: (typeof SPECIAL)[number]): number | null {
    const end = all.indexOf(ends, place);
    const isText = begins === '<![CDATA[';
    if (end !== -1) {
      if (isText) this.tell({ kind: 'text', text: all.slice(place, end) });
      this.within = null;
      return end + ends.length;
    }
    const upTo = all.length - ends.length + 1;
    if (upTo <= place) return null;
    if (isText) this.tell({ kind: 'text', text: all.slice(place, upTo) });
    return upTo;
  }

  private tag(all: string, place: number): number | null {
    if (this.looked === 0) this.quote = '';
    for (let at = place + this.looked; at < all.length; at += 1) {
      const character = all.charAt(at);
      if (this.quote !== '') {
        if (character === this.quote) this.quote = '';
      } else if (character === '"' || character === "'") this.quote = character;
      else if (character === '>') {
        this.tellTag(all.slice(place, at + 1));
        return at + 1;
      }
    }
    this.looked = all.length - place;
    return null;
  }

  private tellTag(tag: string): void {
    const ended = END.exec(tag)?.[1];
    if (ended !== undefined) {
      this.tell({ kind: 'end', name: ended });
      return;
    }
    const begun = BEGIN.exec(tag);
    if (begun === null) throw new UnreadableXml();
    const [, name = '', given = ''] = begun;
    const attributes: (readonly [string, string])[] = [];
    for (const [, prefix, attribute = '', double, single] of given.matchAll(ATTRIBUTES))
      if (prefix !== 'xmlns') attributes.push([attribute, plain(double ?? single ?? '')]);
    this.tell({ kind: 'begin', name, attributes, isEmpty: tag.endsWith('/>') });
  }

  private text(text: string): void {
    this.tell({ kind: 'text', text: plain(text) });
  }
}

function plain(text: string): string {
  if (!text.includes('&')) return text;
  const characters = unescaped(text);
  if (characters === null) throw new UnreadableXml();
  return characters;
}
