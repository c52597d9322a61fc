import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SystemClock } from '#platform';

/** What an ID token is made into. A claim that is `null` is left out. */
export interface Tampering {
  readonly kind: 'claims' | 'foreign-key' | 'unsigned' | 'shared-secret' | 'another' | 'remember' | 'broken';
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** Now by the clock of the machine, which the provider goes by, in seconds. */
export function providerNow(): number {
  return Math.floor(new SystemClock().now().getTime() / 1_000);
}

interface Reply {
  readonly id?: number;
  readonly answer?: Readonly<Record<string, unknown>> | null;
  readonly fault?: string;
}

/** A real OpenID provider (oidc-provider) in a process of its own. */
export class TestProvider {
  private last = 0;
  issuer = '';

  private constructor(private readonly child: ChildProcess) {}

  /** Starts it, for clients as OpenID Connect Dynamic Client Registration describes them. */
  static async start(clients: readonly object[], secret: string): Promise<TestProvider> {
    const child = fork(fileURLToPath(new URL('./provider.mjs', import.meta.url)), {
      execArgv: [],
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    await once(child, 'message');
    const provider = new TestProvider(child);
    const { issuer } = (await provider.order('start', { clients, secret })) as { issuer: string };
    provider.issuer = issuer;
    return provider;
  }

  /** What it says of somebody who signs in under a name. */
  async account(login: string, claims: Readonly<Record<string, unknown>>): Promise<void> {
    await this.order('accounts', { accounts: { [login]: claims } });
  }

  /** Makes every ID token into something else; `null` for honest ones again. */
  async tamper(tampering: Tampering | null): Promise<void> {
    await this.order('tamper', { tampering });
  }

  /** Has it answer this many milliseconds later. */
  async slow(delay: number): Promise<void> {
    await this.order('slow', { delay });
  }

  /** Has it sign with another key from now on, and tell nobody of the one before. @param bits of its modulus */
  async rotateKeys(bits?: number): Promise<void> {
    await this.order('rotate', { bits });
  }

  /** Has it answer nothing at all. */
  async fail(): Promise<void> {
    await this.order('stop');
  }

  /** And again. */
  async recover(): Promise<void> {
    await this.order('restart');
  }

  /**
   * A token with these claims, signed by its key, or by another that goes by the same name.
   * @param options.typ its type; that of a logout token unless given, and none where it is null
   */
  async sign(
    claims: object,
    { typ = 'logout+jwt', forged }: { readonly typ?: string | null; readonly forged?: boolean } = {},
  ): Promise<string> {
    const { token } = (await this.order('sign', { claims, typ, forged })) as { token: string };
    return token;
  }

  async close(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.disconnect();
    await gone;
  }

  private async order(order: string, rest: object = {}): Promise<Reply['answer']> {
    const id = (this.last += 1);
    const replied = new Promise<Reply>((resolve) => {
      const listen = (reply: Reply): void => {
        if (reply.id !== id) return;
        this.child.off('message', listen);
        resolve(reply);
      };
      this.child.on('message', listen);
    });
    this.child.send({ id, order, ...rest });
    const { answer, fault } = await replied;
    if (fault !== undefined) throw new Error(`The provider could not ${order}: ${fault}`);
    return answer;
  }
}
