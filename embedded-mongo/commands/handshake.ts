import { Double, Long } from 'bson';
import { SESSION_TIMEOUT_MINUTES } from '../transactions/sessions';
import { timestampOf } from '../storage/clock';
import { MAX_DOCUMENT_BYTES } from '../storage/documents';
import { isNumeric } from '../values/types';
import { onlyOnAdmin } from './command';
import type { Command, CommandContext, Handler, Reply } from './command';

/** The MongoDB version whose behaviour is followed. */
export const VERSION = '8.0.0';
const MAX_WIRE_VERSION = 25;

/** The most bytes of one message. */
export const MAX_MESSAGE_BYTES = 48_000_000;

const SET_NAME = 'embedded';

/** `hello` and its older names: a replica set of one, so that clients use sessions and transactions. */
const hello: Handler = async (command, context) => {
  await holdReply(command, context);
  const { info } = context.server;
  const legacy = command.name !== 'hello';
  return {
    ...(legacy ? { ismaster: true } : { isWritablePrimary: true }),
    helloOk: true,
    secondary: false,
    topologyVersion: { processId: info.processId, counter: Long.ZERO },
    setName: SET_NAME,
    setVersion: 1,
    hosts: [info.address],
    primary: info.address,
    me: info.address,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: SESSION_TIMEOUT_MINUTES,
    connectionId: context.connection.id,
    minWireVersion: 0,
    maxWireVersion: MAX_WIRE_VERSION,
    readOnly: false,
  };
};

const HELLOS: ReadonlySet<string> = new Set(['hello', 'isMaster', 'ismaster']);

/** Whether a client that knows the topology asks to be told of a change. */
export const isWatching = ({ name, body }: Command): boolean =>
  HELLOS.has(name) && body['topologyVersion'] !== undefined && isNumeric(body['maxAwaitTimeMS']);

/** There never is a change, so the reply to who watches waits as long as the client does. */
async function holdReply(command: Command, context: CommandContext): Promise<void> {
  if (!isWatching(command)) return;
  const wait = command.body['maxAwaitTimeMS'];
  let timer: NodeJS.Timeout | undefined;
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.min(Number(wait), 60_000)).unref();
  });
  await Promise.race([elapsed, context.connection.closed]);
  clearTimeout(timer);
}

const buildInfo: Handler = () => ({
  version: VERSION,
  versionArray: [8, 0, 0, 0],
  gitVersion: 'embedded',
  modules: ['embedded'],
  bits: 64,
  debug: false,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  storageEngines: ['lmdb'],
});

const connectionStatus: Handler = ({ body }) => {
  const privileges = body['showPrivileges'] === true ? { authenticatedUserPrivileges: [] } : {};
  return { authInfo: { authenticatedUsers: [], authenticatedUserRoles: [], ...privileges } };
};

function serverStatus(_command: Command, { server }: CommandContext): Reply {
  const uptime = (Date.now() - server.info.startedAt) / 1000;
  const memory = process.memoryUsage();
  const { current, total } = server.info.connections();
  return {
    host: server.info.address,
    version: VERSION,
    process: 'embedded-mongo',
    pid: process.pid,
    uptime,
    localTime: new Date(),
    connections: { current, totalCreated: total },
    mem: { bits: 64, resident: Math.round(memory.rss / 2 ** 20), virtual: Math.round(memory.rss / 2 ** 20) },
    metrics: { cursor: { open: { total: server.cursors.size } } },
    transactions: { currentOpen: server.manager.openCount },
    storageEngine: { name: 'lmdb', persistent: true },
  };
}

/** The set consists of this server alone, which is always its primary. */
function replSetGetStatus({ database }: Command, { server }: CommandContext): Reply {
  onlyOnAdmin(database, 'replSetGetStatus');
  const { info, log } = server;
  const ts = timestampOf(log.clock.now);
  const self = {
    _id: 0,
    name: info.address,
    health: new Double(1),
    state: 1,
    stateStr: 'PRIMARY',
    uptime: Math.round((Date.now() - info.startedAt) / 1000),
    optime: { ts },
    optimeDate: new Date(ts.t * 1000),
    self: true,
  };
  return { set: SET_NAME, date: new Date(), myState: 1, members: [self] };
}

/** Commands about the server and the connection. */
export const HANDSHAKE_COMMANDS: Readonly<Record<string, Handler>> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: () => ({}),
  buildInfo,
  buildinfo: buildInfo,
  connectionStatus,
  serverStatus,
  replSetGetStatus,
};
