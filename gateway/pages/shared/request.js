/** The gateway could not be reached, or what came back is no answer of a graph. */
export class NoAnswer extends Error {}

/**
 * Sends one operation. Gives its result, errors of the graph included, and whether the gateway refused the access
 * token before it did anything. Throws NoAnswer.
 */
export async function request({ query, variables, operationName }, headers = {}) {
  const response = await send({ query, variables, operationName }, headers);
  try {
    return { result: await response.json(), isRefused: response.status === 401 };
  } catch {
    throw new NoAnswer(`The gateway answered ${response.status} without a result.`);
  }
}

async function send(operation, headers) {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        ...headers,
      },
      body: JSON.stringify(operation),
    });
  } catch {
    throw new NoAnswer('The gateway does not answer. Is it still running?');
  }
}
