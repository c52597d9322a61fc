import type { Page } from 'playwright-core';

/** On these elements axe measures colours against each other; on others the same has been measured already. */
export const TO_BE_MEASURED = 'data-to-be-measured';
/** Rows that are built as the two before them. */
export const REPEATED = 'data-repeated';

/** What the script beside axe puts into a page. */
interface MarksInPage {
  put(asked: {
    readonly known: readonly number[];
    readonly seed: number;
    readonly toBeMeasured: string;
    readonly repeated: string;
  }): number[];
  takeAway(marks: readonly string[]): void;
}

/** How words look that have been measured, as hashes. */
const measured = new Set<number>();

/**
 * Marks in a page where axe has to look, and where it would only find again what it has found. Colours follow from an
 * element and those around it, by their classes and states, and from the width of the window; a third row of a table or
 * list says nothing that the first two do not.
 *
 * @returns takes the marks away again; what was marked counts as measured if nothing was found
 */
export async function markWhatIsNew(page: Page): Promise<(found: boolean) => Promise<void>> {
  const asked = {
    known: [...measured],
    seed: page.viewportSize()?.width ?? 0,
    toBeMeasured: TO_BE_MEASURED,
    repeated: REPEATED,
  };
  const fresh = await page.evaluate(
    (what) => (globalThis as unknown as { marksInPage: MarksInPage }).marksInPage.put(what),
    asked,
  );
  return async (found) => {
    if (!found) for (const look of fresh) measured.add(look);
    await page.evaluate(
      (marks) => {
        (globalThis as unknown as { marksInPage: MarksInPage }).marksInPage.takeAway(marks);
      },
      [TO_BE_MEASURED, REPEATED],
    );
  };
}
