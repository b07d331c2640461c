/**
 * `Idempotency-Key`: a request that is repeated under its key is done once and answered alike. A key belongs to the
 * request that it was first used for, for 24 hours. Sources: contract README 29, common.yaml (headers.request).
 */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../common/clock';
import type { Logger } from '../../../common/log';
import { type Refusal, refusal } from '../errors/refusal';
import type { Asked, Idempotency, RestResponse } from '../types';
import { faultOfKey, HEADER, keyOf } from './header';
import { answerToKeep, keptAnswer } from './kept-answer';
import { type KeyUse, type Sealing, sealingOf } from './sealing';
import { type Claimed, type IdempotencyStore, STORE_MILLISECONDS, type Turn } from './store';

const KEPT_MILLISECONDS = 24 * 60 * 60 * 1000;
const RETRY_AFTER_SECONDS = '1';

/** What may become otherwise without another request: rights, limits, conflicts (workstream.yaml, createSignal). */
const PASSING: ReadonlySet<number> = new Set([401, 403, 409, 429]);

export interface IdempotencyOptions {
  readonly store: IdempotencyStore;
  /** Goes into everything that is stored; the same for all gateways over one store. */
  readonly secret: string;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  /** Milliseconds after which a request is given up. */
  readonly timeout: number;
}

type Perform = () => Promise<RestResponse>;

export class IdempotencyKeys implements Idempotency {
  constructor(private readonly options: IdempotencyOptions) {}

  async once(asked: Asked, perform: Perform): Promise<RestResponse> {
    const key = keyOf(asked.request);
    if (key === undefined) return perform();
    const fault = faultOfKey(key);
    if (fault !== undefined) return asked.refuse(unacceptableKey(fault));
    const sealing = sealingOf(useOf(key, asked), this.options.secret);
    const turn = { id: sealing.id, holder: randomUUID() };
    const claimed = await this.claim(turn, sealing.proof);
    switch (claimed?.kind) {
      case 'granted':
        return this.perform(turn, sealing, perform);
      case 'answered':
        return keptAnswer(sealing.open(claimed.answer));
      case 'running':
        return asked.refuse(RUNNING);
      case 'taken':
        return asked.refuse(unacceptableKey(`${HEADER} was used for another request`));
      case undefined: // Doing it all the same could be doing it twice.
        return asked.refuse(refusal('SERVICE_UNAVAILABLE'));
    }
  }

  /** Undefined when the store does not answer. */
  private async claim(turn: Turn, proof: string): Promise<Claimed | undefined> {
    const { store, clock, log, timeout } = this.options;
    const now = clock.now();
    const after = (milliseconds: number): Date => new Date(now.getTime() + milliseconds);
    // By the end of the lease the request was given up, and what it answered is stored.
    const leaseUntil = after(timeout + STORE_MILLISECONDS);
    try {
      return await store.claim({ ...turn, proof, now, leaseUntil, keepUntil: after(KEPT_MILLISECONDS) });
    } catch (err) {
      log.error({ err }, 'the store of idempotency keys does not answer');
      return undefined;
    }
  }

  private async perform(turn: Turn, sealing: Sealing, perform: Perform): Promise<RestResponse> {
    const { store } = this.options;
    try {
      const response = await perform();
      const end = isLasting(response)
        ? store.keep(turn, sealing.seal(answerToKeep(response)))
        : store.release(turn);
      await this.settled(end);
      return response;
    } catch (thrown) {
      await this.settled(store.release(turn));
      throw thrown;
    }
  }

  /** What was done is done, and answered, also where nobody can note it. */
  private async settled(end: Promise<void>): Promise<void> {
    try {
      await end;
    } catch (err) {
      this.options.log.warn({ err }, 'an answer could not be kept under its idempotency key');
    }
  }
}

const isLasting = ({ status }: RestResponse): boolean => status < 500 && !PASSING.has(status);

/** Where anybody may call, only who sends the same request has the same key: a stranger learns nothing from it. */
function useOf(key: string, { service, endpoint, caller, request: whole }: Asked): KeyUse {
  const { headers: _headers, requestId: _id, waited: _waited, ...request } = whole;
  const owner = caller ? [caller.tenantId, caller.userId] : request;
  return { key, scope: [service, endpoint, owner], request };
}

const unacceptableKey = (text: string): Refusal =>
  refusal('VALIDATION_ERROR', { status: 422, text, fields: new Map([[HEADER, text]]) });

const RUNNING = refusal('REQUEST_IN_PROGRESS', { headers: { 'retry-after': RETRY_AFTER_SECONDS } });
