/**
 * Every sentence of the contract that a test has to answer for, as a row with a stable id:
 * an endpoint gives one row per success, error, rule, alias, query parameter and doubled member, and those that hold for
 * every endpoint of its kind; a text gives one row.
 */
import {
  type EndpointData,
  isEndpoint,
  isMap,
  type Json,
  type Located,
  locate,
  namesObject,
  type ServiceData,
  suite,
  texts,
} from './data';
import { hasTwin } from './names';

export interface Row {
  readonly id: string;
  /** What the contract says. */
  readonly words: string;
}

/** All rows that a test file answers for, those that cannot be observed included. */
export function rowsOf(file: string): readonly Row[] {
  const claims = suite.files[file];
  if (!claims) throw new Error(`suite.yaml has no file "${file}"`);
  return claims.flatMap((claim) => (isEndpoint(claim) ? rowsOfEndpoint(locate(claim)) : rowsOfText(claim)));
}

export function rowsOfEndpoint({ endpoint, service }: Located): readonly Row[] {
  const { id } = endpoint;
  const rows = [
    ...successes(endpoint),
    ...errors(endpoint, service),
    ...endpoint.rules.map((rule, index): [string, string] => [`rules.${index + 1}`, rule]),
    ...(endpoint.aliases ?? []).map((path, index): [string, string] => [`alias.${index + 1}`, path]),
    ...Object.entries(endpoint.query ?? {}).map(([name, type]): [string, string] => [`query.${name}`, type]),
    ...(endpoint.auth === 'public' ? PUBLIC : USER),
    ...paths(endpoint, service),
    ...twins(endpoint, service),
  ];
  return rows.map(([name, words]) => ({ id: `${id}.${name}`, words }));
}

type Pair = [name: string, words: string];

const USER: readonly Pair[] = [
  ['401.missing', 'without an access token: 401'],
  ['401.invalid', 'with something that is no access token: 401'],
  ['401.expired', 'with an expired access token: 401'],
  ['403.tenantHeader', 'X-Tenant-Id that contradicts the token: 403'],
  ['tenantHeader', 'X-Tenant-Id may be missing, for the token names the tenant'],
];

const PUBLIC: readonly Pair[] = [
  ['staleHeaders', 'Authorization and X-Tenant-Id are ignored, however stale'],
];

function successes({ status, response }: EndpointData): readonly Pair[] {
  const forms = isMap(response) && Array.isArray(response['oneOf']) ? response['oneOf'] : undefined;
  if (!forms) return [[String(status), JSON.stringify(response)]];
  return forms.map((form, index) => [`${status}.${index + 1}`, JSON.stringify(form)]);
}

function errors(endpoint: EndpointData, { service }: ServiceData): readonly Pair[] {
  if (service === 'measures') return numbered(endpoint);
  const listed = endpoint.errors.map(({ status, code, when }): Pair => [
    code ? `${status}.${code}` : `${status}`,
    when,
  ]);
  const takesMembers = endpoint.body !== undefined || endpoint.query !== undefined;
  const isCommon = takesMembers && !endpoint.errors.some(({ code }) => code === 'VALIDATION_ERROR');
  if (!isCommon || service === 'workstream') return listed;
  return [...listed, ['422.VALIDATION_ERROR', 'field errors, listed in errors']];
}

/** Errors that are told by their texts: the second 400 is `400.2`. */
const numbered = ({ errors: listed }: EndpointData): readonly Pair[] =>
  listed.map(({ status, when }, index) => {
    const before = listed.slice(0, index).filter((other) => other.status === status);
    return [`${status}.${before.length + 1}`, when];
  });

const OTHER_TENANT: Pair = ['404.otherTenant', "another tenant's object is 404"];
const PREFIXED_ID: Pair = ['prefixedId', 'an id may carry the prefix of its kind'];

function paths(endpoint: EndpointData, { service }: ServiceData): readonly Pair[] {
  const { path, auth } = endpoint;
  if (service === 'workstream') return path.includes('{') ? [OTHER_TENANT] : [];
  if (service === 'measures')
    return canSucceed(endpoint) && path.includes('{') ? [OTHER_TENANT, PREFIXED_ID] : [];
  const named: readonly Pair[] =
    namesObject(endpoint) && auth === 'user'
      ? [OTHER_TENANT, ['404.unknown', 'any non-empty id is well formed: an unknown one is 404'], PREFIXED_ID]
      : [];
  return path.includes(':') ? [...named, ['colon', "'%3A' for ':'"]] : named;
}

const NOT_IMPLEMENTED = 501;

/** One endpoint is there only to say that it is gone. */
export const canSucceed = ({ status }: Pick<EndpointData, 'status'>): boolean => status !== NOT_IMPLEMENTED;

function twins({ id, body = {}, query = {} }: EndpointData, { service }: ServiceData): readonly Pair[] {
  if (service === 'traction') {
    const names = Object.keys({ ...body, ...query }).filter(hasTwin);
    return names.map((name) => [`twin.${name}`, 'either spelling of every body and query member']);
  }
  const accepted = valueAt(service, ['spelling', 'requestTwins', id]);
  return isMap(accepted)
    ? Object.entries(accepted).map(([name, others]) => [`twin.${name}`, JSON.stringify(others)])
    : [];
}

function valueAt(service: string, path: readonly string[]): Json | undefined {
  let value: Json | undefined = texts[service];
  for (const name of path) value = step(value, name);
  return value;
}

/** Into a map by name, into a list by number from 1 or by the `name` of an item. */
function step(value: Json | undefined, name: string): Json | undefined {
  if (Array.isArray(value))
    return value[Number(name) - 1] ?? value.find((item) => isMap(item) && item['name'] === name);
  return isMap(value) ? value[name] : undefined;
}

/** `<service>.<path>`: one row, or one per text below. */
export function rowsOfText(claim: string): readonly Row[] {
  const [service = '', ...path] = claim.split('.');
  const named = [path, ...joined(path)]
    .map((names) => valueAt(service, names))
    .find((value) => value !== undefined);
  if (named === undefined) throw new Error(`the contract has no text "${claim}"`);
  return leaves(claim, named);
}

/** Names of formulas hold a dot: `goal.progress`. */
const joined = ([head = '', ...rest]: readonly string[]): string[][] =>
  rest.length > 1 ? [[head, rest.join('.')]] : [];

const isText = (value: Json): value is null | boolean | number | string =>
  typeof value !== 'object' || value === null;

function leaves(id: string, value: Json): readonly Row[] {
  if (isText(value)) return [{ id, words: String(value) }];
  const entries: [string, Json][] = Array.isArray(value)
    ? value.map((item, index) => [String(index + 1), item])
    : Object.entries(value);
  const isOne = Array.isArray(value)
    ? value.every((item) => isText(item) && !isSentence(item))
    : isRecord(value);
  if (isOne) return [{ id, words: JSON.stringify(value) }];
  return entries.flatMap(([name, item]) => leaves(`${id}.${name}`, item));
}

const isSentence = (value: Json): boolean => typeof value === 'string' && value.includes(' ');

/** Maps that say one thing together, such as a transition or a token's lifetime. */
const ONE_THING = [
  ...['from', 'helper', 'lifetime', 'formula', 'user_id', 'features', 'body', 'when', 'polledEvery'],
];

const isRecord = (value: Json): boolean => isMap(value) && ONE_THING.some((member) => member in value);
