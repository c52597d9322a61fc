/** What a chart says besides what it shows. */
export interface ChartFrame {
  /** Unique in the page: ids within the chart begin with it. */
  readonly id: string;
  readonly title: string;
  /** What there is to see, as sentences. */
  readonly description: string;
  /** In units of the drawing. */
  readonly width: number;
  readonly height: number;
  readonly font: string;
}

type Attributes = ReadonlyMap<string, string>;

/** One tag as it was drawn. Values are still escaped. */
interface Tag {
  readonly name: string;
  readonly kind: 'opening' | 'closing' | 'empty';
  readonly attributes: Attributes;
}

const TAGS: ReadonlySet<string> = new Set(['a', 'g', 'line', 'path', 'rect', 'text', 'tspan']);
/** Attributes that draw. Styles, classes, roles and whatever else a drawing may have are left out. */
const DRAWING: ReadonlySet<string> = new Set([
  'd',
  'dx',
  'dy',
  'fill',
  'fill-opacity',
  'font-size',
  'font-weight',
  'height',
  'stroke',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-width',
  'text-anchor',
  'transform',
  'width',
  'x',
  'x1',
  'x2',
  'y',
  'y1',
  'y2',
]);

const TOKEN = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<>]+)/y;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/** Parts a drawing into tags and the text between them. @throws Error when it is not such a drawing */
function tokensOf(svg: string): readonly (Tag | string)[] {
  const tokens: (Tag | string)[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < svg.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(svg);
    if (match === null) throw new Error(`The drawing cannot be read at character ${String(at)}`);
    const [, closing, name, attributes = '', empty, text] = match;
    if (name === undefined) {
      tokens.push(text ?? '');
      continue;
    }
    tokens.push({
      name,
      kind: closing === '/' ? 'closing' : empty === '/' ? 'empty' : 'opening',
      attributes: new Map(
        [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, value]),
      ),
    });
  }
  return tokens;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function written({ name, kind }: Tag, attributes: readonly (readonly [string, string])[]): string {
  if (kind === 'closing') return `</${name}>`;
  const list = attributes.map(([key, value]) => ` ${key}="${value}"`).join('');
  return `<${name}${list}${kind === 'empty' ? '/' : ''}>`;
}

function isFrameOfGroup({ attributes }: Tag): boolean {
  return ['background', 'foreground'].includes(attributes.get('class') ?? '');
}

/** The label of what a link is around; it is the link's own. */
function labelAfter(tokens: readonly (Tag | string)[], link: number): string {
  const next = tokens[link + 1];
  return typeof next === 'object' ? (next.attributes.get('aria-label') ?? '') : '';
}

/** Attributes of one tag: those that draw, and what it is to people who do not see it. */
function attributesOf(
  tag: Tag,
  role: { readonly link: boolean; readonly hasLinks: boolean },
): readonly (readonly [string, string])[] {
  const drawing = [...tag.attributes].filter(([key]) => DRAWING.has(key));
  const label = tag.attributes.get('aria-label');
  if (!role.hasLinks) return drawing;
  // Words beside the marks say what the labels of the marks say.
  if (tag.name === 'text') return [...drawing, ['aria-hidden', 'true']];
  if (label === undefined || role.link) return drawing;
  return [...drawing, ['role', 'img'], ['aria-label', label]];
}

/**
 * Makes a drawing of Vega's fit to stand within a page: nothing but shapes, words and links, with no style that a
 * content security policy would refuse. With links it is a group of links; without it is an image, and its
 * description says what the marks do.
 *
 * @throws Error when it has something in it that no chart has
 */
export function tidySvg(svg: string, { id, title, description, width, height, font }: ChartFrame): string {
  const tokens = tokensOf(svg).filter(
    (token) => typeof token === 'string' || (token.name !== 'svg' && !isFrameOfGroup(token)),
  );
  const tags = tokens.filter((token) => typeof token === 'object');
  const hasLinks = tags.some(({ name }) => name === 'a');
  const parts: string[] = [];
  let inLink = false;
  for (const [place, token] of tokens.entries()) {
    if (typeof token === 'string') {
      parts.push(token);
      continue;
    }
    if (!TAGS.has(token.name)) throw new Error(`A chart has no ${token.name}`);
    if (token.name === 'a') {
      inLink = token.kind === 'opening';
      const href = token.attributes.get('xlink:href') ?? '';
      parts.push(
        written(token, [
          ['href', href],
          ['aria-label', labelAfter(tokens, place)],
        ]),
      );
    } else parts.push(written(token, attributesOf(token, { link: inLink, hasLinks })));
  }
  const labels = tags
    .map(({ attributes }) => attributes.get('aria-label'))
    .filter((label) => label !== undefined);
  // Labels were escaped when they were drawn.
  const said = [escaped(description), ...(hasLinks ? [] : labels.map((label) => `${label}.`))].join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" class="app-chart" id="${id}" viewBox="0 0 ${String(width)} ${String(height)}"${
    hasLinks ? ' role="group"' : ' role="img"'
  } aria-labelledby="${id}-title" aria-describedby="${id}-description" font-family="${escaped(font)}"><title id="${id}-title">${escaped(
    title,
  )}</title><desc id="${id}-description">${said}</desc>${parts.join('')}</svg>`;
}
