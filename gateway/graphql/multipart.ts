/**
 * Answers in parts as a body of parts. Source: RFC 2046, 5.1; incremental delivery as graphql-spec had it at 48cf7263
 * (`deferSpec=20220824`: Apollo Client, urql, Apollo's router), and as graphql-js 17 has it (`incrementalSpec=v0.2`).
 */
import type { AnswerInParts, ArrivedParts } from '../federation';
import type { Result } from './outcome';

/** How parts are written: the older form names their paths, the newer one announces them and says what is complete. */
export interface PartsForm {
  readonly contentType: string;
  initial(answer: AnswerInParts): string;
  later(arrived: ArrivedParts): string;
}

const TYPE = 'multipart/mixed; boundary="-"';

/** What goes before the first part. */
export const OPENING = '\r\n---';
/** Behind the last part, which ends as though another followed. */
export const CLOSING = '--\r\n';

/** A part of the body. Clients take it for complete when they see where it ends, so that comes with it. */
export const frame = (payload: string): string =>
  `\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${payload}\r\n---`;

/** By paths. */
export const DEFER_2022: PartsForm = {
  contentType: `${TYPE}; deferSpec=20220824`,
  initial: ({ initial }) => JSON.stringify({ ...initial, hasNext: true }),
  later: ({ parts, hasNext }) =>
    JSON.stringify({
      ...unlessEmpty(
        'incremental',
        parts.map(({ id: _id, ...part }) => part),
      ),
      hasNext,
    }),
};

/** By ids that are announced. A part that became null brings nothing: it is complete, with its errors. */
export const INCREMENTAL_V0_2: PartsForm = {
  contentType: `${TYPE}; incrementalSpec=v0.2`,
  initial: ({ initial, pending }) =>
    JSON.stringify({ ...initial, ...unlessEmpty('pending', pending), hasNext: true }),
  later: ({ parts, pending, hasNext }) =>
    JSON.stringify({
      ...unlessEmpty('pending', pending),
      ...unlessEmpty(
        'incremental',
        parts
          .filter(({ data }) => data !== null)
          .map(({ id, errors, data }) => ({ id, ...(errors && { errors }), data })),
      ),
      ...unlessEmpty(
        'completed',
        parts.map(({ id, data, errors = [] }) => ({ id, ...(data === null && { errors }) })),
      ),
      hasNext,
    }),
};

/** What ends an answer of which parts are missing. */
export const lastPayload = ({ errors }: Result = {}): string => JSON.stringify({ errors, hasNext: false });

function unlessEmpty<T>(name: string, elements: readonly T[]): Readonly<Record<string, readonly T[]>> {
  return elements.length === 0 ? {} : { [name]: elements };
}
