import { refusedToOneself } from './own-account.js';

describe('what administrators cannot do to their own account', () => {
  it('has its reason', () => {
    expect(refusedToOneself('deactivate', 'one', 'one')).toBe(
      'You cannot deactivate yourself. Ask another administrator.',
    );
  });

  it('is no matter of another’s account, nor of a role that is not the administrator’s', () => {
    expect(refusedToOneself('deactivate', 'one', 'other')).toBeNull();
    expect(refusedToOneself('end-role', 'one', 'one', 'submitter')).toBeNull();
  });
});
