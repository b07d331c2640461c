import type { Dispatcher } from 'undici';

/** One answer over HTTP, whole. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface Message {
  readonly path: string;
  readonly body: string;
  readonly headers: Record<string, string>;
  readonly signal?: AbortSignal;
}

/**
 * Posts a message and collects the answer. Listens to undici's dispatcher directly: a stream for every answer, which
 * `request` makes, costs more than all that the engine does with it.
 */
export function exchange(dispatcher: Dispatcher, message: Message): Promise<Answer> {
  const { signal, ...request } = message;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(aborted(signal));
    dispatcher.dispatch({ ...request, method: 'POST' }, new Collector(resolve, reject, signal));
  });
}

class Collector implements Dispatcher.DispatchHandler {
  private status = 0;
  private readonly chunks: Buffer[] = [];
  private stop: (() => void) | undefined;

  constructor(
    private readonly resolve: (answer: Answer) => void,
    private readonly reject: (fault: Error) => void,
    private readonly signal: AbortSignal | undefined,
  ) {}

  onRequestStart(controller: Dispatcher.DispatchController): void {
    const { signal } = this;
    if (!signal) return;
    this.release();
    this.stop = () => controller.abort(aborted(signal));
    if (signal.aborted) this.stop();
    else signal.addEventListener('abort', this.stop, { once: true });
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
    if (this.stop) this.signal?.removeEventListener('abort', this.stop);
  }
}

function aborted({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error('The request was aborted.');
}
