/** Whether a gateway answers a workload as the stock gateway does. Speed of wrong answers is of no interest. */
import { isDeepStrictEqual } from 'node:util';
import { call, type RunningGateway } from './running';
import type { Workload } from './workloads';

/** The answers of a gateway to the calls of a workload, as texts. */
export async function answersOf({ url }: RunningGateway, { calls }: Workload): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const body of calls) answers.push(await call(url, body));
  return answers;
}

/** Throws when the stock gateway itself gives errors: then there is nothing to compare with. */
export function refuseErrors(answers: readonly string[], { title }: Workload): void {
  const wrong = answers.find((text) => {
    const { data, errors } = parse(text);
    return errors !== undefined || data === undefined || data === null;
  });
  if (wrong !== undefined) throw new Error(`The stock gateway cannot answer the ${title}: ${wrong}`);
}

/** Whether two gateways answer with the same data, in whatever order of members, and without errors. */
export const agree = (answers: readonly string[], reference: readonly string[]): boolean =>
  answers.every((text, index) => {
    const { data, errors } = parse(text);
    return errors === undefined && isDeepStrictEqual(data, parse(reference[index] ?? '{}').data);
  });

function parse(text: string): { readonly data?: unknown; readonly errors?: unknown } {
  try {
    return JSON.parse(text) as { data?: unknown; errors?: unknown };
  } catch {
    return { errors: text };
  }
}
