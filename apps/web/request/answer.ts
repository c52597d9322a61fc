import type { EvidenceLink } from '#domain';

/** One answer as people read it, for pages that check answers and for pages that show two people's side by side. */
export interface Answer {
  /** What was asked, in brief. */
  readonly label: string;
  /** What was answered, lines kept; empty where nothing was. */
  readonly text: string;
  /** Pages it names, to be shown as links in place of the text. */
  readonly links?: readonly EvidenceLink[];
  /** Id of the field it is given in, on its page. */
  readonly field: string;
}

/** “Yes”, “No”, or nothing where neither was said. */
export function yesOrNo(answer: boolean | null): string {
  return answer === null ? '' : answer ? 'Yes' : 'No';
}

/** The box that says yes or no; empty where neither was said. */
export function yesOrNoBox(answer: boolean | null): string {
  return answer === null ? '' : answer ? 'yes' : 'no';
}
