import { variable } from './config-variable.js';

/** Which algorithms are used, where that is a choice: docs/security.md says how each is exchanged. */
export const ALGORITHM_VARIABLES = [
  variable(
    'LOG_EVENT_FORMAT',
    'logEventFormat',
    'Format events are hashed in from now on: 1 with SHA-256, 2 with SHA-384. Older ones stay as they are and are verified as before.',
    { default: '1', kind: 'whole number' },
  ),
  variable(
    'LOG_TREE_HASH',
    'logTreeHash',
    'Hash function of the tree that is signed from now on: “sha256” or “sha384”. With another one the worker makes a tree over all events once more.',
    { default: 'sha256' },
  ),
  variable(
    'TOKEN_HASHES',
    'tokenHashes',
    'What tokens and sessions are kept as: “sha256”, “sha3-256”, separated by a space. The first is used for new ones; what was kept by one that is not listed has ended.',
    { default: 'sha256' },
  ),
  variable(
    'SEALING',
    'sealing',
    'How rows and secrets are sealed: “aes-256-gcm”, “chacha20-poly1305”, separated by a space. The first is used for new ones; what was sealed by one that is not listed is not opened.',
    { default: 'aes-256-gcm' },
  ),
  variable(
    'PASSWORD_COST',
    'passwordCosts',
    'What hashing a password costs, as argon2id says it: memory in KiB, passes and lanes. The first is for new ones; after a space, those there still are: every try then takes the time of all, so that it tells nobody whose password is how old. An older hash is made anew when its owner signs in.',
    { default: 'm=19456,t=2,p=1' },
  ),
] as const;
