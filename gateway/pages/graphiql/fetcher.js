import { ask } from '../shared/ask.js';
import { NoAnswer, request } from '../shared/request.js';

/**
 * What GraphiQL sends its operations with: the session's token goes along unless the headers editor names another.
 * @param ready a promise that the first operations wait for
 */
export function createFetcher(session, ready) {
  return async (operation, { headers = {} } = {}) => {
    await ready;
    try {
      if (hasAuthorization(headers)) return (await request(operation, headers)).result;
      return await ask(session, operation, headers);
    } catch (error) {
      if (error instanceof NoAnswer) return { errors: [{ message: error.message }] };
      throw error;
    }
  };
}

const hasAuthorization = (headers) =>
  Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');
