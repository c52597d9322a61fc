/** One thing the service needs. `check` rejects, or does not answer in time, when it is not there. */
export interface ReadinessCheck {
  readonly name: string;
  /** True where the service does without it for a while: it is reported, and work can still be sent here. */
  readonly isDispensable?: boolean;
  check(): Promise<unknown>;
}

/** What became of the checks: ready only when every one answered that the service cannot do without. */
export interface ReadinessReport {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

/** Longest a check may take, in milliseconds, before it counts as failed. */
export const CHECK_LIMIT_MS = 2_000;

async function answers(check: ReadinessCheck, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, limitMs);
  });
  try {
    return await Promise.race([
      Promise.resolve()
        .then(() => check.check())
        .then(
          () => true,
          () => false,
        ),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs every check side by side. Never rejects, and never says why one failed: that belongs in the log. */
export async function readinessOf(
  checks: readonly ReadinessCheck[],
  limitMs = CHECK_LIMIT_MS,
): Promise<ReadinessReport> {
  const results = await Promise.all(
    checks.map(async (check) => ({ check, ok: await answers(check, limitMs) })),
  );
  return {
    ready: results.every(({ check, ok }) => ok || check.isDispensable === true),
    checks: Object.fromEntries(results.map(({ check, ok }) => [check.name, ok ? 'ok' : 'failed'])),
  };
}
