import { request } from './request.js';

/**
 * Sends an operation as whoever is signed in. A token that is no longer good is renewed once.
 * Gives the result as the graph gave it; throws NoAnswer.
 */
export async function ask(session, operation, headers = {}) {
  const send = () => request(operation, { ...headers, ...session.headers });
  const { accessToken } = session;
  const { result, isRefused } = await send();
  if (!isRefused || accessToken === null) return result;
  return (await session.replace(accessToken)) ? (await send()).result : result;
}
