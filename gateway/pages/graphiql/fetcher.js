import { NoAnswer, request } from './request.js';

/**
 * What GraphiQL sends its operations with: the session's token goes along unless the headers editor names another,
 * and a token that is no longer good is renewed once.
 * @param ready a promise that the first operations wait for
 */
export function createFetcher(session, ready) {
  return async (operation, { headers = {} } = {}) => {
    await ready;
    try {
      return await (hasAuthorization(headers)
        ? plain(operation, headers)
        : asSession(session, operation, headers));
    } catch (error) {
      if (error instanceof NoAnswer) return { errors: [{ message: error.message }] };
      throw error;
    }
  };
}

const plain = async (operation, headers) => (await request(operation, headers)).result;

async function asSession(session, operation, headers) {
  const send = () => request(operation, { ...headers, ...authorization(session) });
  const { accessToken } = session;
  const { result, isRefused } = await send();
  if (!isRefused || accessToken === null) return result;
  // Another operation may have renewed it in the meantime.
  const isFresh = session.accessToken !== accessToken || (await session.renew());
  return isFresh ? (await send()).result : result;
}

const authorization = ({ accessToken }) => (accessToken ? { authorization: `Bearer ${accessToken}` } : {});

const hasAuthorization = (headers) =>
  Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');
