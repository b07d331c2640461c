import { UUID } from 'bson';
import { sessionKey } from '../storage/keys';
import { SESSION_TIMEOUT_MINUTES } from '../transactions/sessions';
import type { Command, Handler, ServerState } from './command';
import { sessionId } from './transactions';

function namedSessions({ name, body }: Command): string[] {
  const sessions = body[name];
  return Array.isArray(sessions) ? sessions.map(sessionId) : [];
}

const startSession: Handler = (_command, { server }) => {
  const id = new UUID();
  server.sessions.get(id.toString('hex').replaceAll('-', ''));
  return { id: { id }, timeoutMinutes: SESSION_TIMEOUT_MINUTES };
};

const refreshSessions: Handler = (command, { server }) => {
  for (const id of namedSessions(command)) server.sessions.get(id);
  return {};
};

/** Ends sessions and forgets what they could still have retried. */
async function forget(server: ServerState, ids: readonly string[]): Promise<void> {
  server.sessions.end(ids);
  await server.manager.write((writer) => {
    for (const key of ids.map(sessionKey)) if (writer.view.get(key) !== undefined) writer.remove(key);
  });
}

const endSessions: Handler = async (command, { server }) => {
  await forget(server, namedSessions(command));
  return {};
};

const killSessions: Handler = async (command, { server }) => {
  const ids = namedSessions(command);
  await forget(server, ids.length === 0 ? server.sessions.ids : ids);
  return {};
};

/** Commands about sessions. */
export const SESSION_COMMANDS: Readonly<Record<string, Handler>> = {
  startSession,
  refreshSessions,
  endSessions,
  killSessions,
  killAllSessions: killSessions,
};
