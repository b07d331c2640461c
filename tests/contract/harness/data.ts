/** The contract as data: the copied rows of tests/contract/data, and what suite.yaml says about reading them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };

export type JsonMap = Record<string, Json>;

/** A type of the contract's shape language: a name, a list of one, or a map of them. */
export type ShapeType = Json;

export interface ErrorRow {
  readonly status: number;
  /** Absent or null where the row shows none. */
  readonly code?: string | null;
  readonly when: string;
}

export interface EndpointData {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** In place of the service's base path. */
  readonly base?: string;
  readonly path: string;
  readonly aliases?: readonly string[];
  readonly auth: 'public' | 'user';
  readonly casing?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly response: ShapeType;
  readonly errors: readonly ErrorRow[];
  readonly rules: readonly string[];
}

export interface ServiceData {
  readonly service: string;
  readonly basePath: string;
  /** Every place where its endpoints live, where there are several. */
  readonly mounts?: readonly { readonly base: string }[];
  readonly legacyPort: number | null;
  readonly enums?: Readonly<Record<string, readonly string[]>>;
  readonly shapes: Readonly<Record<string, ShapeType>>;
  readonly endpoints: readonly EndpointData[];
}

export type SpellingRule = 'twins' | 'both' | 'asWritten';

type Shapes = Readonly<Record<string, ShapeType>>;

export interface SuiteData {
  readonly extends: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly spelling: Readonly<Record<string, SpellingRule>>;
  readonly shapes: Readonly<Record<string, Shapes>>;
  readonly additive: Readonly<Record<string, Shapes>>;
  /** Test file → the endpoints and texts that it answers for. */
  readonly files: Readonly<Record<string, readonly string[]>>;
  readonly notObservable: Readonly<Record<string, string>>;
}

const read = (name: string): unknown =>
  parse(readFileSync(join(__dirname, '..', 'data', `${name}.yaml`), 'utf8'));

export const suite = read('suite') as SuiteData;

/** Measures are part of Traction, with answers of a form of their own. */
const SERVICES = ['account', 'coaching', 'traction', 'measures', 'workstream'];

export const services = SERVICES.map((name) => read(name) as ServiceData);

/** Everything that is written down for a service, and for all of them under `common`. */
export const texts: Readonly<Record<string, JsonMap>> = Object.fromEntries(
  ['common', ...SERVICES].map((name) => [name, read(name) as JsonMap]),
);

export interface Located {
  readonly endpoint: EndpointData;
  readonly service: ServiceData;
}

const located = new Map(
  services.flatMap((service) =>
    service.endpoints.map((endpoint): [string, Located] => [endpoint.id, { endpoint, service }]),
  ),
);

/** An endpoint with its service. Throws for an id that the contract does not have. */
export function locate(id: string): Located {
  const found = located.get(id);
  if (!found) throw new Error(`the contract has no endpoint "${id}"`);
  return found;
}

/** A tenant in the path is no object: another one is refused, not missing. */
export const namesObject = ({ path }: EndpointData): boolean => /\{(?!tenantId\})/.test(path);

export const endpointIds = (): readonly string[] => [...located.keys()];

export const isEndpoint = (id: string): boolean => located.has(id);

export const isMap = (value: unknown): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
