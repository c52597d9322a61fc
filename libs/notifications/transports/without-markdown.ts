/** Nobody sees it, and it ends no word; but a mark behind it begins no line, and one in front of it is followed by nothing. */
const NOTHING_SEEN = '\u200b';

/**
 * What makes a heading, an item, an inset text, a rule, a block of code, a table or a definition where a line begins with
 * it: the marks of Markdown, and those GOV.UK Notify has beside them.
 */
const AT_THE_START = /^(?=[ \t]*(?:[#*+\-^>=_~`|:•·–—]|\d+[.)])|[ \t]{2,})/gm;

/** What makes a link, an image or a note of the words in front of it, or a mark of the one after it. */
const BETWEEN = /(?<=\])(?=[([:])|(?<=\[)(?=\^)|(?<=!)(?=\[)|(?<=\\)(?=[!-/:-@[-`{-~])/g;

/**
 * A text as who reads Markdown shows it letter for letter. GOV.UK Notify does, in what it is given as well: without this,
 * what somebody wrote in a case could pose as a heading, or hide where a link leads.
 */
export function withoutMarkdown(text: string): string {
  return text.replace(AT_THE_START, NOTHING_SEEN).replace(BETWEEN, NOTHING_SEEN);
}
