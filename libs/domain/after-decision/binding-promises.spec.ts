import { FINISHED_CONTENT, FINISHED_EXCEPTION } from '../case/finished-content.fixture.js';
import { withAcceptedExceptions } from './binding-promises.js';

it('what binds an approval is promised in an accepted legacy exception', () => {
  const refused = { ...FINISHED_EXCEPTION, id: 'refused' };
  const unruled = { ...FINISHED_EXCEPTION, id: 'unruled' };
  const content = { ...FINISHED_CONTENT, legacyExceptions: [refused, FINISHED_EXCEPTION, unruled] };
  const rulings = new Map([
    ['refused', 'refused'],
    [FINISHED_EXCEPTION.id, 'accepted'],
  ] as const);
  expect(withAcceptedExceptions(content, rulings)).toEqual({
    ...FINISHED_CONTENT,
    legacyExceptions: [FINISHED_EXCEPTION],
  });
});
