/** What promises come to, place by place; what is no promise is itself. */
type Answers<Asked extends readonly unknown[]> = { -readonly [Place in keyof Asked]: Awaited<Asked[Place]> };

/**
 * What was asked for at once, so that it could travel together. Of several things that go wrong the first in the order
 * given is thrown, not the first to arrive, and only once everything has been answered: so a refusal is the same
 * however they travel, and nothing goes on after it.
 */
export async function together<const Asked extends readonly unknown[]>(
  asked: Asked,
): Promise<Answers<Asked>> {
  const settled = await Promise.allSettled(asked);
  const answers = settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
  return answers as unknown as Answers<Asked>;
}
