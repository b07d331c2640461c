import type { FastifyReply } from 'fastify';
import type { GraphQLError } from 'graphql';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { AnswerInParts, StopSignal } from '../federation';
import { CLOSING, frame, lastPayload, OPENING, type PartsForm } from './multipart';
import { failed, type Outcome } from './outcome';

/** Sends an answer in parts to the client of one request, each as soon as it is there and the client takes it. */
export class Delivery {
  hasBegun = false;

  constructor(readonly reply: FastifyReply) {}

  /**
   * Resolves when the client has everything, or has left. When the signal aborts, what is missing is not sent, and
   * the last part says so.
   */
  async send(form: PartsForm, answer: AnswerInParts, signal: StopSignal): Promise<Outcome> {
    const { raw } = this.reply;
    const told = [...(answer.initial.errors ?? [])];
    try {
      signal.throwIfAborted(); // it has been answered that it took too long
      if (!raw.destroyed) {
        const closed = once(raw, 'close');
        // Who does not even read what there was is not told that there is no more.
        signal.addEventListener('abort', { handleEvent: () => raw.writableNeedDrain && raw.destroy() });
        this.hasBegun = true;
        const body = Readable.from(framesOf(form, answer, told, signal), { objectMode: false });
        this.reply
          .code(200)
          .headers({ 'content-type': form.contentType, 'x-accel-buffering': 'no' })
          .send(body);
        await closed;
      }
    } finally {
      void answer.parts.return?.();
    }
    return {
      status: 200,
      result: { ...answer.initial, ...(told.length > 0 && { errors: told }) },
      isOutside: false,
    };
  }
}

/** The body, piece by piece; notes the errors that it tells. */
async function* framesOf(
  form: PartsForm,
  answer: AnswerInParts,
  told: GraphQLError[],
  signal: StopSignal,
): AsyncGenerator<string> {
  yield OPENING + frame(form.initial(answer));
  let hasNext = true;
  for await (const arrived of answer.parts) {
    ({ hasNext } = arrived);
    told.push(...arrived.parts.flatMap(({ errors = [] }) => errors));
    yield frame(form.later(arrived));
  }
  if (hasNext) yield frame(lastPayload(failed(signal.reason).result));
  yield CLOSING;
}
