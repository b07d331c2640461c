import { MongoError, badValue } from '../errors';
import type { Sessions } from '../transactions/sessions';
import { isNumeric } from '../values/types';
import { onlyOnAdmin } from './command';
import type { Handler, ServerState } from './command';

/** A setting that can be read, and changed while the server runs where it says how. */
interface Parameter {
  read(server: ServerState): unknown;
  write?(server: ServerState, value: unknown): void;
}

const fixed = (value: unknown): Parameter => ({ read: () => value });

const PARAMETERS: Readonly<Record<string, Parameter>> = {
  featureCompatibilityVersion: fixed({ version: '8.0' }),
  authenticationMechanisms: fixed([]),
  notablescan: fixed(false),
  ttlMonitorEnabled: fixed(true),
  ttlMonitorSleepSecs: fixed(60),
  transactionLifetimeLimitSeconds: {
    read: ({ sessions }) => sessions.lifetimeSeconds,
    write: ({ sessions }, value) => setLifetime(sessions, value),
  },
};

function setLifetime(sessions: Sessions, value: unknown): void {
  if (!isNumeric(value) || !(Number(value) >= 1)) {
    throw badValue(
      `Invalid value for parameter transactionLifetimeLimitSeconds: ${String(value)} is not greater than or equal to 1`,
    );
  }
  sessions.lifetimeSeconds = Number(value);
}

function named(body: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(PARAMETERS).filter((name) => body[name] !== undefined);
}

const setParameter: Handler = ({ name, database, body }, { server }) => {
  onlyOnAdmin(database, name);
  const [first] = named(body);
  if (first === undefined) throw new MongoError('InvalidOptions', 'no option found to set, use help:true');
  const parameter = PARAMETERS[first] as Parameter;
  const was = parameter.read(server);
  if (parameter.write === undefined)
    throw new MongoError('IllegalOperation', `not allowed to change [${first}] at runtime`);
  parameter.write(server, body[first]);
  return { was };
};

const getParameter: Handler = ({ name, database, body }, { server }) => {
  onlyOnAdmin(database, name);
  const wanted = body[name] === '*' ? Object.keys(PARAMETERS) : named(body);
  if (wanted.length === 0) throw new MongoError('InvalidOptions', 'no option found to get');
  return Object.fromEntries(wanted.map((option) => [option, PARAMETERS[option]?.read(server)]));
};

/** Commands that read and change settings. */
export const PARAMETER_COMMANDS: Readonly<Record<string, Handler>> = { setParameter, getParameter };
