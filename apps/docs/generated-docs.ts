import { REGIME_SCHEMA } from '#domain';
import { adviceDocument } from './advice-document.js';
import { clockDocument } from './clock-document.js';
import { codeOfPracticeDocument } from './code-of-practice-document.js';
import { configurationDocument } from './configuration-document.js';
import { importDocument } from './import-document.js';
import { decisionHistoryDocument } from './decision-history-document.js';
import { lifecycleDiagram, lifecycleDocument } from './lifecycle-document.js';
import { machineAccessDocument } from './machine-access-document.js';
import { notificationsDocument } from './notifications-document.js';
import { likenessDocument } from './likeness-document.js';
import { pipelineDocument } from './pipeline-document.js';
import { permissionsDocument } from './permissions-document.js';
import { programmesDocument } from './programmes-document.js';
import { regimesDocument } from './regimes-document.js';

/** A file that is written from the code, wholly or between markers. */
export interface GeneratedFile {
  /** From the project's folder. */
  readonly path: string;
  /**
   * What the file should say.
   * @param current what it says now; `undefined` where there is none
   * @throws Error when the file should have markers and has not
   */
  readonly text: (current: string | undefined) => string;
}

const LIFECYCLE_START = '<!-- lifecycle:start -->';
const LIFECYCLE_END = '<!-- lifecycle:end -->';

/** Puts a block between the lifecycle's markers and leaves the rest as it is. */
export function withLifecycle(current: string | undefined, block: string): string {
  const text = current ?? '';
  const start = text.indexOf(LIFECYCLE_START);
  const end = text.indexOf(LIFECYCLE_END);
  if (start === -1 || end < start)
    throw new Error(`README.md must have ${LIFECYCLE_START} and, after it, ${LIFECYCLE_END}`);
  return `${text.slice(0, start + LIFECYCLE_START.length)}\n\n${block}\n\n${text.slice(end)}`;
}

/** Every file `npm run docs` writes. */
export const GENERATED_FILES: readonly GeneratedFile[] = [
  { path: 'docs/lifecycle.md', text: lifecycleDocument },
  { path: 'docs/permissions.md', text: permissionsDocument },
  { path: 'docs/notifications.md', text: notificationsDocument },
  { path: 'docs/machine-access.md', text: machineAccessDocument },
  { path: 'docs/configuration.md', text: configurationDocument },
  { path: 'docs/code-of-practice.md', text: codeOfPracticeDocument },
  { path: 'docs/regimes.md', text: regimesDocument },
  { path: 'docs/clock.md', text: clockDocument },
  { path: 'docs/decision-history.md', text: decisionHistoryDocument },
  { path: 'docs/programmes.md', text: programmesDocument },
  { path: 'docs/import.md', text: importDocument },
  { path: 'docs/pipeline.md', text: pipelineDocument },
  { path: 'docs/advice.md', text: adviceDocument },
  { path: 'docs/same-thing-twice.md', text: likenessDocument },
  {
    path: 'prisma/reference-data/regime.schema.json',
    text: () => `${JSON.stringify(REGIME_SCHEMA, null, 2)}\n`,
  },
  { path: 'README.md', text: (current) => withLifecycle(current, lifecycleDiagram()) },
];
