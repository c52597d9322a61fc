/** Numbers that look random and are the same in every run (mulberry32). */
export class Chance {
  constructor(private seed: number) {}

  /** From 0 up to, not including, 1. */
  next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`. */
  from(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** Whether something that likely happens. */
  is(likelihood: number): boolean {
    return this.next() < likelihood;
  }

  one<Item>(items: readonly Item[]): Item {
    const item = items[this.from(0, items.length - 1)];
    if (item === undefined) throw new RangeError('There is nothing to choose from');
    return item;
  }

  /** Some of them, at least one, in their order. */
  some<Item>(items: readonly Item[]): readonly Item[] {
    const chosen = items.filter(() => this.is(0.4));
    return chosen.length > 0 ? chosen : [this.one(items)];
  }
}
