import { EMAIL_PREFERENCE_NAMES, EMAIL_PREFERENCES } from './email-preference.js';

describe('how people want to be told', () => {
  it('has a name for each way, no two alike, and being told each time comes first', () => {
    const names = EMAIL_PREFERENCES.map((preference) => EMAIL_PREFERENCE_NAMES[preference]);
    expect(new Set(names).size).toBe(Object.keys(EMAIL_PREFERENCE_NAMES).length);
    expect(EMAIL_PREFERENCES[0]).toBe('each');
  });
});
