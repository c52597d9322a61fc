import { parsers } from 'prettier/plugins/markdown';
import { withoutMarkdown } from './without-markdown.js';

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** What is no more than words; GOV.UK Notify knows no code within a line, and shows what is in it as words. */
const WORDS = ['root', 'paragraph', 'sentence', 'text', 'word', 'whitespace', 'break', 'inlineCode'];

/** Whether a link says itself where it leads. */
function isBare({ type, url, children = [] }: Node): boolean {
  return type === 'link' && children.length === 1 && children[0]?.value === url;
}

/** The kinds of parts a reader of Markdown makes of a text, save words and addresses written out. */
async function madeOf(text: string): Promise<readonly string[]> {
  const root = (await parsers.markdown.parse(text, { originalText: text } as never)) as Node;
  const kinds = new Set<string>();
  const look = (node: Node): void => {
    if (!WORDS.includes(node.type) && !isBare(node)) kinds.add(node.type);
    (node.children ?? []).forEach(look);
  };
  look(root);
  return [...kinds];
}

const WRITTEN = [
  ['a heading', 'heading', '# Approved'],
  ['a heading by the line beneath it', 'heading', 'Approved\n========'],
  ['a heading by another line beneath it', 'heading', 'Approved\n---'],
  ['a list', 'list', '* Approved\n* by GDS'],
  ['a list of another kind', 'list', '- Approved'],
  ['a list with numbers', 'list', '1. Approved\n2. Paid'],
  ['a list further in', 'list', '   + Approved'],
  ['a quotation', 'blockquote', '> Approved'],
  ['a rule', 'thematicBreak', 'Before\n\n***\n\nAfter'],
  ['a block of code', 'code', 'Before\n\n    Approved'],
  ['a block of code between fences', 'code', '```\nApproved\n```'],
  ['a link', 'link', 'See [the case](https://elsewhere.example/phish)'],
  ['a link defined elsewhere', 'linkReference', 'See [the case][1]\n\n[1]: https://elsewhere.example/phish'],
  ['an image', 'image', '![The case](https://elsewhere.example/seen.gif)'],
  ['a table', 'table', 'One | Two\n--- | ---\n1 | 2'],
] as const;

it.each(WRITTEN)(
  'what somebody wrote cannot pose as %s to who reads Markdown',
  async (_what, kind, written) => {
    expect(await madeOf(written)).toContain(kind);
    const sent = withoutMarkdown(written);
    expect(await madeOf(sent)).toEqual([]);
    // To the eye it is what they wrote.
    expect(sent.replaceAll('\u200b', '')).toBe(written);
  },
);

it('leaves words and addresses of pages as they are, and lets no line begin with the mark of an inset text', () => {
  const letter = 'Dear reader\n\nSee the case:\nhttps://spend.example/cases/SC-2026-000001#a_b-c\n';
  expect(withoutMarkdown(letter)).toBe(letter);
  expect(withoutMarkdown('^ Approved\n ^ Approved')).not.toMatch(/^ *\^/m);
});
