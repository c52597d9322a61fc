/** An element as it begins: its name without a prefix, and its attributes, likewise, in plain characters. */
export interface XmlTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const NAME = '[A-Za-z_][\\w.-]*';
const ATTRIBUTE = `\\s+(?:(${NAME}):)?(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`;
/** One piece of markup, text before it included; anything else is not read. */
const PIECE = new RegExp(
  `[^<]*(?:<!--[^]*?-->|<\\?[^]*?\\?>|</(?:${NAME}:)?${NAME}\\s*>|<(?:${NAME}:)?(${NAME})((?:${ATTRIBUTE})*)\\s*/?>)`,
  'y',
);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The elements of a small XML part, in order. It reads what programs that write documents write: no document types, no
 * entities but those of XML itself, no sections of characters.
 * @returns `null` for anything it does not read, which is to be refused: another reader might
 */
export function readXmlTags(text: string): readonly XmlTag[] | null {
  const tags: XmlTag[] = [];
  let place = 0;
  while (text.includes('<', place)) {
    PIECE.lastIndex = place;
    const piece = PIECE.exec(text);
    if (piece === null) return null;
    place = PIECE.lastIndex;
    const [, name, given = ''] = piece;
    if (name === undefined) continue;
    const attributes = attributesIn(given);
    if (attributes === null) return null;
    tags.push({ name, attributes });
  }
  return tags;
}

function attributesIn(text: string): ReadonlyMap<string, string> | null {
  const attributes = new Map<string, string>();
  for (const [, prefix, name = '', double, single] of text.matchAll(new RegExp(ATTRIBUTE, 'g'))) {
    if (prefix === 'xmlns') continue;
    const value = unescaped(double ?? single ?? '');
    // Two of one name differ by their prefix alone, which is not looked at.
    if (value === null || attributes.has(name)) return null;
    attributes.set(name, value);
  }
  return attributes;
}

/** Plain characters; `null` where an entity is none of XML's own. */
export function unescaped(text: string): string | null {
  const unknown: string[] = [];
  const plain = text.replaceAll(/&([^;&]*);?/g, (whole, entity: string) => {
    const number = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(entity);
    const code =
      number === null
        ? null
        : Number.parseInt(number[1] ?? number[2] ?? '', number[1] === undefined ? 10 : 16);
    if (code !== null && code <= 0x10ffff && whole.endsWith(';')) return String.fromCodePoint(code);
    const standard = Object.hasOwn(ENTITIES, entity) && whole.endsWith(';') ? ENTITIES[entity] : undefined;
    if (standard === undefined) unknown.push(entity);
    return standard ?? '';
  });
  return unknown.length === 0 ? plain : null;
}
