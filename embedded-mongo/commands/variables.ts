import { evaluateOnce } from '../expressions/compile';
import type { Variables } from '../expressions/scope';
import type { Document } from '../values/codec';
import { documentMember } from './command';

/** The variables of a command's `let`. */
export function letVariables(body: Document): Variables {
  const given = documentMember(body, 'let');
  const values: Record<string, unknown> = { NOW: new Date() };
  for (const [name, expression] of Object.entries(given)) values[name] = evaluateOnce(expression, {});
  return values;
}
