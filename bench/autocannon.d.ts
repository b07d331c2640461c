/** What the benchmark uses of autocannon, which ships no types. */
declare module 'autocannon' {
  namespace autocannon {
    interface Request {
      readonly method: 'GET' | 'POST';
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: string;
    }

    interface Client {
      setRequests(requests: readonly Request[]): void;
    }

    interface Options {
      readonly url: string;
      readonly connections: number;
      /** Seconds. */
      readonly duration: number;
      readonly setupClient: (client: Client) => void;
      readonly verifyBody: (body: string) => boolean;
    }

    interface Result {
      readonly '2xx': number;
      readonly non2xx: number;
      /** Connection errors, timeouts among them. */
      readonly errors: number;
      readonly mismatches: number;
      /** Seconds. */
      readonly duration: number;
      /** Milliseconds. */
      readonly latency: { readonly p50: number; readonly p99: number };
    }
  }

  function autocannon(options: autocannon.Options): Promise<autocannon.Result>;
  // eslint-disable-next-line house/exports-have-names -- the package exports one function without a name
  export = autocannon;
}
