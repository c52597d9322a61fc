import { readChoice, readDate, readPounds, readText, shown, type Cell } from './cells.js';
import { FLAG_WORDS, readConditions, readFlags, readSuppliers } from './lists.js';

function reasonOf(cell: Cell<unknown>): string {
  return cell.ok ? `accepted: ${JSON.stringify(cell.value)}` : cell.reason;
}

describe('an amount', () => {
  it.each([
    ['0', 0],
    ['1234', 123_400],
    ['1234.50', 123_450],
    ['£1,234,567.89', 123_456_789],
    ['41,464,000', 4_146_400_000],
  ])('in pounds: %s', (text, pence) => {
    expect(readPounds(text)).toEqual({ ok: true, value: pence });
  });

  it.each([
    ['-5', /less than nought/],
    ['(5.00)', /less than nought/],
    ['€5', /pounds sterling/],
    ['5 USD', /pounds sterling/],
    ['£1.2m', /^Write the amount out in pounds, like 1200000\.00: “£1\.2m” does not say it exactly$/],
    ['1.2 million', /Write the amount out/],
    ['500K', /Write the amount out/],
    ['3bn', /Write the amount out/],
    ['1.2', /can be misread/],
    ['1.234', /can be misread/],
    ['1.234,50', /can be misread/],
    ['1,23', /can be misread/],
    ['12 000', /can be misread/],
    ['=1+1', /can be misread/],
    ['about 5', /can be misread/],
    ['1000000000001', /£1 trillion/],
    ['9'.repeat(60), /£1 trillion/],
  ])('that is refused: %s', (text, reason) => {
    expect(reasonOf(readPounds(text))).toMatch(reason);
  });
});

describe('a date', () => {
  it('is taken as ISO 8601 writes it', () => {
    expect(readDate('2020-02-29')).toEqual({ ok: true, value: '2020-02-29' });
  });

  it.each(['13-Sep-23', '01/02/2019', '2019-02-29', '2019-2-1', '2019-02-01T00:00:00Z', '43525'])(
    'is refused as %s',
    (text) => {
      expect(reasonOf(readDate(text))).toBe(
        `Write a date that exists as YYYY-MM-DD, like 2019-03-31: “${text}” is none`,
      );
    },
  );
});

describe('a text', () => {
  it('is kept as it is, formulas and all', () => {
    for (const text of ['=1+1', '+44 20', '-x', '@cmd', "'; drop table spend_case; --"])
      expect(readText(text, 50, false)).toEqual({ ok: true, value: text });
  });

  it('must not be too long, as people count, and must be printable', () => {
    expect(readText('👩👩', 2, false)).toEqual({ ok: true, value: '👩👩' });
    expect(reasonOf(readText('abc', 2, false))).toBe('Shorten this to at most 2 characters');
    expect(reasonOf(readText('a\nb', 9, false))).toBe(
      'Remove the line ends, tabs and other control characters',
    );
    expect(reasonOf(readText('a\u0000', 9, true))).toBe(
      'Remove the control characters; only line ends and tabs may be used',
    );
  });

  it('is said again in short', () => {
    expect([shown('a\nb'), shown('x'.repeat(40)), shown('x'.repeat(41))]).toEqual([
      'a b',
      'x'.repeat(40),
      `${'x'.repeat(40)}…`,
    ]);
  });
});

describe('one of a few words', () => {
  it('may be written with capitals and spaces', () => {
    expect(readChoice('Approved With conditions', ['approved-with-conditions'])).toEqual({
      ok: true,
      value: 'approved-with-conditions',
    });
    expect(readChoice('official', ['OFFICIAL'])).toEqual({ ok: true, value: 'OFFICIAL' });
    expect(reasonOf(readChoice('maybe', ['yes', 'no']))).toBe('Write one of “yes”, “no”; “maybe” is none');
  });
});

describe('suppliers', () => {
  it('are separated by semicolons or line ends, as their names have commas', () => {
    expect(readSuppliers('Acme, Ltd; Beta\n;Gamma ')).toEqual({
      ok: true,
      value: ['Acme, Ltd', 'Beta', 'Gamma'],
    });
  });

  it('are not too many, and have names that can be kept', () => {
    expect(reasonOf(readSuppliers(Array.from({ length: 21 }, String).join(';')))).toBe(
      'Name at most 20 suppliers',
    );
    expect(reasonOf(readSuppliers(`A;${'x'.repeat(201)}`))).toMatch(/Shorten/);
  });
});

describe('flags', () => {
  it('go by the names they have elsewhere, in small letters', () => {
    expect(FLAG_WORDS).toContain('critical-national-infrastructure');
    const read = readFlags('direct-award; Public-Facing = NO\nbreach=yes');
    expect(read).toMatchObject({
      ok: true,
      value: { directAward: true, publicFacing: false, breach: true, cryptKey: null },
    });
  });

  it.each([
    ['nonsense', /^Write flags out of “public-facing”.*“nonsense” is none$/],
    ['breach=perhaps', /^Answer “breach” with “=yes” or “=no”$/],
    ['breach=yes=no', /^Answer “breach” with/],
    ['breach; breach=no', /^Answer “breach” once$/],
  ])('are refused: %s', (text, reason) => {
    expect(reasonOf(readFlags(text))).toMatch(reason);
  });
});

describe('conditions', () => {
  it('stand one on a line, the status left out where it is open', () => {
    expect(
      readConditions('Do it | 2019-09-30 | A. Owner | a@b.example\n\nAnd that|2020-01-01|B|b@b.example|Met'),
    ).toEqual({
      ok: true,
      value: [
        {
          text: 'Do it',
          point: null,
          dueOn: '2019-09-30',
          ownerName: 'A. Owner',
          ownerEmail: 'a@b.example',
          status: 'open',
        },
        {
          text: 'And that',
          point: null,
          dueOn: '2020-01-01',
          ownerName: 'B',
          ownerEmail: 'b@b.example',
          status: 'met',
        },
      ],
    });
  });

  it.each([
    ['Do it', /^Condition 1: write “text \| due date/],
    ['Do it | 2019-09-30 | | a@b.example', /^Condition 1: write/],
    ['a | 2019-09-30 | b | a@b.example | met | more', /^Condition 1: write/],
    [`${'x'.repeat(5_001)} | 2019-09-30 | b | a@b.example`, /^Condition 1: Shorten/],
    ['a | 30/09/2019 | b | a@b.example', /^Condition 1: Write a date/],
    [`a | 2019-09-30 | ${'x'.repeat(201)} | a@b.example`, /^Condition 1: Shorten/],
    ['a | 2019-09-30 | b | nobody', /^Condition 1: give the owner’s email/],
    [`a | 2019-09-30 | b | a@${'x'.repeat(255)}.example`, /^Condition 1: give the owner’s email/],
    ['a | 2019-09-30 | b | a@b.example | done', /^Condition 1: Write one of “open”, “met”, “waived”/],
    [Array.from({ length: 51 }, () => 'x').join('\n'), /^Give at most 50 conditions$/],
  ])('are refused: %s', (text, reason) => {
    expect(reasonOf(readConditions(text))).toMatch(reason);
  });
});
