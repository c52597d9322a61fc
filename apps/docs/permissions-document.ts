import { CASE_ACTION_NAMES, CASE_STATES, ROLE_NAMES, ROLES, ruleFor, STATE_NAMES, type Role } from '#domain';
import { GUARD_MEANINGS } from './guard-meanings.js';
import { generatedDocument, list, table } from './markdown.js';

const LETTERS: Readonly<Record<Role, string>> = {
  submitter: 'S',
  'assurance-lead': 'L',
  reviewer: 'R',
  decider: 'D',
  auditor: 'A',
  administrator: 'N',
};

function actsOnCases(role: Role): boolean {
  return CASE_ACTION_NAMES.some((action) => ruleFor(action).roles.includes(role));
}

/** `docs/permissions.md`. */
export function permissionsDocument(): string {
  const acting = ROLES.filter(actsOnCases);
  const idle = ROLES.filter((role) => !actsOnCases(role));
  return generatedDocument(
    'Who may do what',
    'Each cell names the roles that may do the thing to a case in that state; an empty cell is nobody. The roles are this service’s own, made from the real process.',
    list(acting.map((role) => `**${LETTERS[role]}** ${ROLE_NAMES[role]}`)),
    table(
      ['Action', ...CASE_STATES.map((state) => STATE_NAMES[state])],
      CASE_ACTION_NAMES.map((action) => {
        const { name, from, roles } = ruleFor(action);
        const letters = roles.map((role) => LETTERS[role]).join(' ');
        return [name, ...CASE_STATES.map((state) => (from.includes(state) ? letters : ''))];
      }),
    ),
    '## Who does nothing to cases',
    list(idle.map((role) => `${ROLE_NAMES[role]}: no action on any case, in any state`)),
    'Whoever is an administrator does nothing to cases in another role either, and is given none beside it: who lets others in could otherwise let themselves into a case.',
    'Administrators look after records all the same: they mark cases that have ended for disposal, and hold them back, without seeing them ([disposing of cases](decisions/0016-disposing-of-cases.md)). That is no action on a case, and no row of the table.',
    '## Separation of duties',
    list([
      'Submitters and departmental assurance leads act only on cases of the organisation they hold the role in.',
      `\`not-own-organisation\`: ${GUARD_MEANINGS['not-own-organisation']} Asked of everything GDS Assurance does but comments the department reads.`,
      `\`related-case-is-not-own\`: ${GUARD_MEANINGS['related-case-is-not-own']} Asked of marking a related case and of taking the mark back; nobody is shown a mark with a case of their own organisation.`,
      `\`not-own-recommendation\`: ${GUARD_MEANINGS['not-own-recommendation']} Asked of every way of deciding.`,
    ]),
    'What else is checked for each action is in [the life of a case](lifecycle.md).',
  );
}
