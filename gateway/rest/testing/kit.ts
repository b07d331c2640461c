/** Compiles documents that a test writes down, and calls the endpoints that they become. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { systemClock } from '../../../common/clock';
import { DomainError } from '../../../common/errors';
import { projectFile } from '../../../common/project';
import {
  compileRest,
  DocumentFaults,
  IdempotencyKeys,
  type IdempotencyOptions,
  MemoryStore,
  restFrameworkErrors,
  restPlugin,
  type RestPluginOptions,
} from '../index';
import { rewriteColons } from '../index';
import type { Idempotency, Identify, RestApi, RestOptions } from '../types';
import { createLibrary, type Library } from './library';

export const SERVICE = 'extend schema @service(name: "shop", basePath: "/shop/api/v1", legacyPort: 8009)';

/** Files by their path below the folder of the documents; `shop/service.graphql` is there unless a test writes it. */
export type Files = Readonly<Record<string, string>>;

const KNOWN_TENANT = 'tenant-1';

/** Takes the token "good" of one tenant. */
export const identify: Identify = async ({ authorization, tenant }) => {
  if (authorization !== 'Bearer good') throw new DomainError('UNAUTHORIZED');
  if (tenant !== undefined && tenant !== KNOWN_TENANT) throw new DomainError('FORBIDDEN');
  return { viewer: { tenantId: KNOWN_TENANT, userId: 'user-1', orgId: 7 }, forward: { authorization } };
};

export interface LogLine {
  readonly level: 'warn' | 'error';
  readonly facts: Record<string, unknown>;
}

export interface Compiled extends Library {
  readonly api: RestApi;
  readonly logged: LogLine[];
}

export function compile(files: Files | string, more: Partial<RestOptions> = {}): Compiled {
  const library = createLibrary();
  const logged: LogLine[] = [];
  const note = (level: LogLine['level']) => (facts: unknown) =>
    void logged.push({ level, facts: facts as LogLine['facts'] });
  const log = { warn: note('warn'), error: note('error') };
  const timeout = 30_000;
  const idempotency = inProcess({ log, timeout });
  const api = inFolder(files, (folder) =>
    compileRest({ engine: library.graph.engine, folder, identify, idempotency, log, timeout, ...more }),
  );
  return { ...library, api, logged };
}

/** Keys of this process, forgotten with it. */
export const inProcess = (
  parts: Pick<IdempotencyOptions, 'log' | 'timeout'> & Partial<IdempotencyOptions>,
): Idempotency =>
  new IdempotencyKeys({ store: new MemoryStore(), secret: 'of a test', clock: systemClock, ...parts });

function inFolder<Result>(files: Files | string, use: (folder: string) => Result): Result {
  const root = mkdtempSync(join(tmpdir(), 'documents-'));
  const folder = join(root, 'rest');
  try {
    mkdirSync(folder);
    cpSync(projectFile('schema', 'rest', 'vocabulary.graphql'), join(folder, 'vocabulary.graphql'));
    const written = typeof files === 'string' ? { 'shop/books.graphql': files } : files;
    for (const [path, text] of Object.entries({ 'shop/service.graphql': SERVICE, ...written })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return use(folder);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The faults of documents, as `file:line:column message`. */
export function faultsOf(files: Files | string): readonly string[] {
  try {
    compile(files);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof DocumentFaults)) throw thrown;
    return thrown.faults.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly text: string;
  readonly body: unknown;
}

export interface Served extends Compiled {
  readonly app: FastifyInstance;
  /** With a valid token, unless the options say otherwise. */
  call(method: string, url: string, body?: unknown, options?: InjectOptions): Promise<Answer>;
}

export function serve(
  files: Files | string,
  mount: RestPluginOptions['mount'] = 'base',
  more: Partial<RestOptions> = {},
): Served {
  const compiled = compile(files, more);
  const app = fastify({
    rewriteUrl: ({ url }) => rewriteColons(url ?? '/'),
    frameworkErrors: restFrameworkErrors(compiled.api),
    bodyLimit: 2000,
  });
  void app.register(restPlugin(compiled.api, { mount }));
  return {
    ...compiled,
    app,
    call: async (method, url, body, options = {}) => {
      const response = await app.inject({
        method: method as 'GET',
        url: mount === 'base' ? `/shop/api/v1${url}` : url,
        ...(body === undefined ? {} : { payload: body as object }),
        ...options,
        headers: { authorization: 'Bearer good', ...options.headers },
      });
      return {
        status: response.statusCode,
        headers: response.headers,
        text: response.payload,
        body: response.payload === '' ? undefined : (JSON.parse(response.payload) as unknown),
      };
    },
  };
}
