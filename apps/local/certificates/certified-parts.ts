/** A part of the deployment that is shipped, as docker-compose.yml names it, with a certificate of its own. */
export interface CertifiedPart {
  /** Its name in the network, and what its certificate calls it. */
  readonly name: string;
  /** Other names it is reached by. */
  readonly alsoCalled?: readonly string[];
  /** Whether others connect to it. */
  readonly serves: boolean;
  /** Whether it connects to others, if only to ask itself how it is. */
  readonly calls: boolean;
  /** Number of the user of its image that must be able to read its key, and nobody else. */
  readonly userId: number;
}

/** `node` of the image of this service. */
const NODE = 1_000;
/** `postgres` of PostgreSQL’s image and `valkey` of Valkey’s. */
const STORE = 999;
const ROOT = 0;

/** Every part with a certificate. */
export const CERTIFIED_PARTS: readonly CertifiedPart[] = [
  { name: 'proxy', serves: false, calls: true, userId: ROOT },
  { name: 'api', serves: true, calls: true, userId: NODE },
  { name: 'web', serves: true, calls: true, userId: NODE },
  { name: 'worker', serves: false, calls: true, userId: NODE },
  { name: 'migrate', serves: false, calls: true, userId: NODE },
  { name: 'postgres', serves: true, calls: false, userId: STORE },
  { name: 'valkey', serves: true, calls: true, userId: STORE },
  // People look at it from the machine itself.
  { name: 'mailpit', alsoCalled: ['localhost'], serves: true, calls: false, userId: ROOT },
];
