import { inOrderOfPage, problemsIn } from './problems-in-order.js';

const PAGE = `<form><input id="title"><fieldset id="state"><input id="state-2"></fieldset>
  <input class="date" id="due-day"><textarea id="reason"></textarea></form>`;

describe('the problems of a page', () => {
  const of = (...fields: readonly string[]) =>
    fields.map((field) =>
      field === '' ? { text: 'All of it', field } : { text: field, href: `#${field}`, field },
    );
  const order = (...fields: readonly string[]) =>
    inOrderOfPage(of(...fields), PAGE).map(({ field }) => field);

  it('stand in the order of their fields on the page, not in which they were found', () => {
    expect(order('reason', 'due-day', 'title', 'state')).toEqual(['title', 'state', 'due-day', 'reason']);
  });

  it('that are about no field come first, and those whose field is not there last', () => {
    expect(order('gone', 'reason', '', 'title')).toEqual(['', 'title', 'reason', 'gone']);
    const elsewhere = { text: 'Without it', href: '/cases', field: '' };
    expect(inOrderOfPage([...of('title'), elsewhere], PAGE)).toEqual([elsewhere, ...of('title')]);
  });

  it('are told apart by the whole name of their field, and keep their order where they share one', () => {
    expect(order('state-2', 'state')).toEqual(['state', 'state-2']);
    const twice = [
      { text: 'First', href: '#title', field: 'title' },
      { text: 'Second', href: '#title', field: 'title' },
    ];
    expect(inOrderOfPage(twice, PAGE)).toEqual(twice);
  });

  it('are none where the page is given none', () => {
    expect([problemsIn({}), problemsIn({ problems: 'none' }), problemsIn({ problems: [] })]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
