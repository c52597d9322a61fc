/** How wide lines are kept, in characters. */
const WIDTH = 100;

/** Breaks text into lines, each with the same indent but the first, which may begin with a mark instead. */
function wrapped(text: string, indent: string, mark = indent): string {
  return text
    .split('\n')
    .flatMap((paragraph) => {
      const lines: string[] = [];
      let line = '';
      for (const word of paragraph.split(' ')) {
        if (line.length + word.length + 1 > WIDTH - indent.length && line !== '') {
          lines.push(line);
          line = word;
        } else line = line === '' ? word : `${line} ${word}`;
      }
      return [...lines, line];
    })
    .map((line, index) => `${index === 0 ? mark : indent}${line}`.trimEnd())
    .join('\n');
}

/** Tells the story of a demonstration at the terminal, in colour where the terminal has it. */
export class Teller {
  private step = 0;

  constructor(
    private readonly write: (text: string) => void,
    private readonly colour: boolean,
  ) {}

  private painted(code: number, text: string): string {
    return this.colour ? `\u001b[${String(code)}m${text}\u001b[0m` : text;
  }

  /** A paragraph between steps. */
  aside(text: string): void {
    this.write(`\n${wrapped(text, '')}\n`);
  }

  /** A new step: who does what. */
  begin(who: string, what: string): void {
    this.step += 1;
    this.write(`\n${this.painted(1, `${String(this.step)}. ${what}`)}\n   ${this.painted(36, who)}\n`);
  }

  /** Something that came of the step. */
  result(text: string): void {
    this.write(`${wrapped(text, '   ')}\n`);
  }

  /** A refusal, as a person is told. */
  refusal(text: string): void {
    this.write(`${this.painted(33, wrapped(text, '     ', '   ✗ '))}\n`);
  }

  /** One line of the history. */
  event(text: string): void {
    this.write(`${this.painted(32, wrapped(text, '     ', '   ● '))}\n`);
  }

  /** One email, with its beginning. */
  email(to: string, subject: string, body: string): void {
    this.write(
      `${this.painted(35, `   ✉ to ${to}`)}\n      ${this.painted(1, subject)}\n${wrapped(body, '      │ ')}\n`,
    );
  }
}
