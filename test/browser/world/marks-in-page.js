// Put into pages from outside, beside axe: marks where axe has to look, and takes the marks away again.
(() => {
  /** What else decides how an element looks, beside its classes. */
  const STATES = ['type', 'style', 'disabled', 'aria-current', 'aria-disabled', 'aria-selected', 'fill'];

  /** Mixes a text into a number of 32 bits. */
  function mixed(text, start) {
    let sum = start;
    for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 16_777_619);
    return sum;
  }

  /** Tells of each element how it looks: itself, and all there is around it. */
  function lookOf(seed) {
    const looks = new Map();
    const of = (element) => {
      if (!looks.has(element)) {
        const around = element.parentElement === null ? seed : of(element.parentElement);
        const states = STATES.map((name) => element.getAttribute(name) ?? '');
        // A link among words has to stand out from them, one by itself has not.
        const amongWords = element.parentElement !== null && hasWords(element.parentElement);
        const own = [element.tagName, element.getAttribute('class'), amongWords, ...states].join(' ');
        looks.set(element, mixed(own, around));
      }
      return looks.get(element);
    };
    return of;
  }

  function hasWords(element) {
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName)) return true;
    return [...element.childNodes].some((node) => node.nodeType === 3 && /\S/.test(node.nodeValue));
  }

  function builtAs(row) {
    return [row, ...row.querySelectorAll('*')]
      .map((part) => `${part.tagName} ${part.getAttribute('class')} ${part.getAttributeNames().join()}`)
      .join();
  }

  /** Marks the third and every further row that is built as the two before it. */
  function markRepeated(mark) {
    const rows = new Map();
    for (const row of document.body.querySelectorAll('tr, li')) {
      const own = builtAs(row);
      rows.set(row, own);
      const before = row.previousElementSibling;
      const first = before?.previousElementSibling;
      if (first && rows.get(before) === own && rows.get(first) === own) row.setAttribute(mark, '');
    }
  }

  globalThis.marksInPage = {
    /** @returns how the words look that are marked: one of each kind that is not known yet */
    put({ known, seed, toBeMeasured, repeated }) {
      const has = new Set(known);
      const fresh = [];
      const look = lookOf(seed);
      for (const element of document.body.querySelectorAll('*')) {
        if (!hasWords(element)) continue;
        const own = look(element);
        if (has.has(own) || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          continue;
        has.add(own);
        fresh.push(own);
        element.setAttribute(toBeMeasured, '');
      }
      markRepeated(repeated);
      return fresh;
    },
    takeAway(marks) {
      for (const mark of marks)
        for (const element of document.querySelectorAll(`[${mark}]`)) element.removeAttribute(mark);
    },
  };
})();
