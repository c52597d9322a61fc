import {
  CASE_ACTION_NAMES,
  CASE_STATES,
  FIRST_STATES,
  GUARDS,
  ROLE_NAMES,
  ruleFor,
  STATE_NAMES,
  TERMINAL_STATES,
  type ActionRule,
  type CaseState,
  type GuardName,
} from '#domain';
import { GUARD_MEANINGS } from './guard-meanings.js';
import { generatedDocument, table } from './markdown.js';

/** Mermaid takes a hyphen in a name for part of an arrow. */
function nodeName(state: CaseState): string {
  return state.replaceAll('-', '_');
}

/** Every move the table allows, with the names of the actions that make it, in the order of the table. */
function moves(): readonly { from: CaseState; to: CaseState; names: readonly string[] }[] {
  const found = new Map<string, { from: CaseState; to: CaseState; names: string[] }>();
  for (const action of CASE_ACTION_NAMES) {
    const rule = ruleFor(action);
    if (rule.to === 'unchanged') continue;
    for (const from of rule.from)
      for (const to of rule.to) {
        const move = found.get(`${from} ${to}`) ?? { from, to, names: [] };
        move.names.push(rule.name);
        found.set(`${from} ${to}`, move);
      }
  }
  return [...found.values()];
}

/** The states and every move between them, as a Mermaid diagram in a fenced block. */
export function lifecycleDiagram(): string {
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...CASE_STATES.map((state) => `  state "${STATE_NAMES[state]}" as ${nodeName(state)}`),
    ...FIRST_STATES.map((state) => `  [*] --> ${nodeName(state)}`),
    ...moves().map(({ from, to, names }) => `  ${nodeName(from)} --> ${nodeName(to)}: ${names.join(' / ')}`),
    ...TERMINAL_STATES.map((state) => `  ${nodeName(state)} --> [*]`),
    '```',
  ].join('\n');
}

function stateNames(states: readonly CaseState[]): string {
  return states.length === CASE_STATES.length
    ? 'any state'
    : states.map((state) => STATE_NAMES[state]).join(', ');
}

function destinations({ to }: ActionRule): string {
  return to === 'unchanged' ? 'stays' : stateNames(to);
}

/** `docs/lifecycle.md`. */
export function lifecycleDocument(): string {
  return generatedDocument(
    'The life of a case',
    'The lifecycle is one table in `libs/domain/lifecycle/actions.ts`; the diagram and the tables below are drawn from it. A faulty table stops the program from starting. The order of states is this service’s reading of the published process.',
    '## States and moves',
    lifecycleDiagram(),
    '## Actions',
    table(
      ['Action', 'From', 'To', 'Who', 'Reason', 'Guards'],
      CASE_ACTION_NAMES.map((action) => {
        const rule = ruleFor(action);
        return [
          `**${rule.name}** (\`${action}\`)`,
          stateNames(rule.from),
          destinations(rule),
          rule.roles.map((role) => ROLE_NAMES[role]).join(', '),
          rule.reason === 'required' ? 'required' : '',
          rule.guards.map((guard) => `\`${guard}\``).join(', '),
        ];
      }),
    ),
    'Submitters and departmental assurance leads act only on cases of the organisation they hold the role in; GDS Assurance acts on every organisation’s cases.',
    '## Guards',
    'After role and state, every guard of an action is asked, and each says what is in the way.',
    table(
      ['Guard', 'Makes sure that'],
      (Object.keys(GUARDS) as GuardName[]).map((guard) => [`\`${guard}\``, GUARD_MEANINGS[guard]]),
    ),
  );
}
