import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

/**
 * Prisma's own schema engine as WebAssembly: the same engine `prisma migrate` uses and the same bookkeeping table,
 * with nothing to download.
 */
export type SchemaEngine = bindings.SchemaEngine;

/** The little of WebAssembly used here; its types come with a browser's, which this program is not. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    instantiate(
      bytes: Uint8Array,
      imports: Record<string, unknown>,
    ): Promise<{ instance: { exports: unknown } }>;
  };
};

/** Where the engine leaves word before it gives up; without it a fault would have no message at all. */
const panics: string[] = [];
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => panics.push(message) },
});

let ready: Promise<void> | undefined;

function patientTimer(done: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(done, milliseconds).unref();
}

async function instantiate(): Promise<void> {
  const folder = dirname(
    createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
  );
  const bytes = await readFile(join(folder, 'schema_engine_bg.wasm'));
  // The engine never clears the timer with which it waits for its lock; that must not keep a program from ending.
  const imports = Object.fromEntries(
    Object.entries(bindings).map(([name, imported]: [string, unknown]) => [
      name,
      name.startsWith('__wbg_setTimeout_') ? patientTimer : imported,
    ]),
  );
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': imports });
  const exported = instance.exports as { __wbindgen_start: () => void };
  (bindings as unknown as { __wbg_set_wasm: (exports: unknown) => void }).__wbg_set_wasm(exported);
  exported.__wbindgen_start();
}

/**
 * The adapter cuts scripts at every semicolon, also those inside a function's body or a comment. PostgreSQL reads a
 * script whole, and runs it in one transaction.
 */
class WholeScripts extends PrismaPg {
  private readonly opened: Awaited<ReturnType<PrismaPg['connect']>>[] = [];
  /** What PostgreSQL refused last; the engine passes on only that something was. */
  refusal: unknown;

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        this.refusal = error;
        throw error;
      }
    };
    this.opened.push(adapter);
    return adapter;
  }

  /** Closes what the engine opened and leaves open. */
  async dispose(): Promise<void> {
    await Promise.all(this.opened.map((adapter) => adapter.dispose().catch(() => undefined)));
  }
}

/**
 * Opens the engine on a database for the length of `work`.
 * @param datamodels the Prisma schema as pairs of path and content; undefined where only two databases or files are held against each other
 */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  datamodels: [string, string][] | undefined,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  ready ??= instantiate();
  await ready;
  const adapters = new WholeScripts(databaseUrl);
  const factory = bindMigrationAwareSqlAdapterFactory(adapters);
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, factory);
  try {
    return await work(engine);
  } catch (error) {
    if (adapters.refusal instanceof Error)
      throw new Error(`PostgreSQL refused: ${adapters.refusal.message}`, { cause: adapters.refusal });
    throw panics.length > 0
      ? new Error(`The schema engine gave up: ${panics.join('; ')}`, { cause: error })
      : error;
  } finally {
    engine.free();
    await adapters.dispose();
  }
}
