import { EVENT_TYPES } from '../decision-log/events.js';
import {
  cannotWait,
  EMAIL_STATUS_NAMES,
  EMAIL_STATUSES,
  NOTICE_EVENTS,
  NOTICES,
  RECIPIENT_NAMES,
  RECIPIENTS,
  tellsSomebody,
} from './notice-table.js';

describe('the table of notices', () => {
  it('knows which events tell somebody', () => {
    expect(EVENT_TYPES.filter(tellsSomebody).sort()).toEqual([...NOTICE_EVENTS].sort());
    expect(tellsSomebody('details-changed')).toBe(false);
    expect(tellsSomebody('decided')).toBe(true);
  });

  it('tells nobody twice of one event, and never nobody', () => {
    for (const event of NOTICE_EVENTS) {
      const { to } = NOTICES[event];
      expect(to.length).toBeGreaterThan(0);
      expect(new Set(to).size).toBe(to.length);
    }
  });

  it('leaves nobody out: every kind of recipient is told of something', () => {
    const told = new Set(NOTICE_EVENTS.flatMap((event) => [...NOTICES[event].to]));
    expect([...told].sort()).toEqual([...RECIPIENTS].sort());
  });

  it('sends the department the receipt of a submission, even whoever submitted', () => {
    expect(NOTICES.submitted).toEqual({
      to: ['submitter', 'assurance-lead', 'assurance-inbox'],
      evenTheActor: true,
    });
  });

  it('lets returns, decisions, missed targets and viruses wait for no digest', () => {
    expect(NOTICE_EVENTS.filter(cannotWait).sort()).toEqual([
      'attachment-infected',
      'decided',
      'returned',
      'target-missed',
    ]);
  });

  it('keeps what GDS Assurance deliberates from the department', () => {
    for (const event of ['recommended', 'referred-back'] as const)
      for (const recipient of NOTICES[event].to)
        expect(['deciders', 'named-reviewer', 'assurance-inbox']).toContain(recipient);
  });

  it('has a name for every recipient and every status of an email', () => {
    for (const recipient of RECIPIENTS) expect(RECIPIENT_NAMES[recipient]).toMatch(/^the /);
    expect(new Set(EMAIL_STATUSES.map((status) => EMAIL_STATUS_NAMES[status])).size).toBe(
      EMAIL_STATUSES.length,
    );
  });
});
