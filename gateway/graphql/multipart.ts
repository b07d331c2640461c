/**
 * Answers in parts as a body of parts. Source: RFC 2046, 5.1; incremental delivery as graphql-spec had it at 48cf7263
 * (`deferSpec=20220824`: Apollo Client, urql, Apollo's router), and as graphql-js 17 has it (`incrementalSpec=v0.2`).
 */
import type { GraphQLFormattedError } from 'graphql';
import type { AnswerInParts, AnswerPart, ArrivedParts, PendingPart } from '../federation';
import { executed, membersOf } from './outcome';

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
  initial: ({ initial }) => object([...membersOf(executed(initial)), '"hasNext":true']),
  later: ({ parts, hasNext }) =>
    object([
      ...list('incremental', parts, ({ path, label, ...answer }) =>
        object([
          ...(label === undefined ? [] : [`"label":${JSON.stringify(label)}`]),
          `"path":${JSON.stringify(path)}`,
          ...membersOf(executed(answer)),
        ]),
      ),
      `"hasNext":${hasNext}`,
    ]),
};

/** By ids that are announced. A part that became null brings nothing: it is complete, with its errors. */
export const INCREMENTAL_V0_2: PartsForm = {
  contentType: `${TYPE}; incrementalSpec=v0.2`,
  initial: ({ initial, pending }) =>
    object([...membersOf(executed(initial)), ...announced(pending), '"hasNext":true']),
  later: ({ parts, pending, hasNext }) => {
    const bringing = parts.filter(({ data }) => data !== 'null');
    const members = ({ id, ...answer }: Partial<AnswerPart>): string =>
      object([`"id":"${id}"`, ...membersOf(executed(answer))]);
    return object([
      ...announced(pending),
      ...list('incremental', bringing, members),
      ...list('completed', parts, ({ id, data, errors = [] }) =>
        members({ id, ...(data === 'null' && { errors }) }),
      ),
      `"hasNext":${hasNext}`,
    ]);
  },
};

/** What ends an answer of which parts are missing. */
export function lastPayload(errors: readonly GraphQLFormattedError[]): string {
  return JSON.stringify({ errors, hasNext: false });
}

const announced = (pending: readonly PendingPart[]): string[] => list('pending', pending, JSON.stringify);

const list = <T>(name: string, elements: readonly T[], write: (element: T) => string): string[] =>
  elements.length === 0 ? [] : [`"${name}":[${elements.map((element) => write(element)).join(',')}]`];

const object = (members: readonly string[]): string => `{${members.join(',')}}`;
