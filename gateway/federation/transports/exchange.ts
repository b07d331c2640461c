import type { Dispatcher } from 'undici';
import type { StopListener, StopSignal } from '../stop';

/** One answer over HTTP, whole. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface Message {
  readonly path: string;
  readonly body: string;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly signal: StopSignal | undefined;
}

/**
 * Posts a message and collects the answer. Listens to undici's dispatcher directly: a stream for every answer, which
 * `request` makes, costs more than all that the engine does with it.
 */
export function exchange(dispatcher: Dispatcher, message: Message): Promise<Answer> {
  const { path, body, headers, signal } = message;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(aborted(signal));
    dispatcher.dispatch({ path, method: 'POST', body, headers }, new Collector(resolve, reject, signal));
  });
}

/**
 * Listens to the signal itself: a closure over undici's controller for every request kept, measured on Node 20, a tenth
 * of what the request had allocated until the next full collection.
 */
class Collector implements Dispatcher.DispatchHandler, StopListener {
  private status = 0;
  private readonly chunks: Buffer[] = [];
  private controller: Dispatcher.DispatchController | undefined;

  constructor(
    private readonly resolve: (answer: Answer) => void,
    private readonly reject: (fault: Error) => void,
    private readonly signal: StopSignal | undefined,
  ) {}

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.signal?.aborted) this.handleEvent();
    else this.signal?.addEventListener('abort', this);
  }

  /** The work is given up. */
  handleEvent(): void {
    if (this.signal) this.controller?.abort(aborted(this.signal));
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.release();
    const [only] = this.chunks;
    const whole = this.chunks.length === 1 && only ? only : Buffer.concat(this.chunks);
    this.resolve({ status: this.status, text: whole.toString() });
  }

  onResponseError(_controller: Dispatcher.DispatchController, fault: Error): void {
    this.release();
    this.reject(fault);
  }

  private release(): void {
    this.signal?.removeEventListener('abort', this);
  }
}

function aborted({ reason }: StopSignal): Error {
  return reason instanceof Error ? reason : new Error('The request was aborted.');
}
