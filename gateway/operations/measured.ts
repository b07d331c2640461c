/** The ways to the subgraphs, with a count and a duration for each request. */
import type { SubgraphResponse, Transport } from '../federation';
import type { FetchOutcome, Metrics } from './metrics';

/** The same transport, measured. */
export function measured<T extends Transport>(
  transport: T,
  service: string,
  { fetched }: Pick<Metrics, 'fetched'>,
): T {
  return {
    ...transport,
    async execute(request) {
      const start = performance.now();
      const done = (outcome: FetchOutcome): void =>
        fetched(service, outcome, (performance.now() - start) / 1000);
      try {
        const response = await transport.execute(request);
        done(outcomeOf(response));
        return response;
      } catch (fault) {
        done(request.context.signal?.aborted ? 'aborted' : 'unreachable');
        throw fault;
      }
    },
  };
}

const outcomeOf = ({ errors = [] }: SubgraphResponse): FetchOutcome =>
  errors.length > 0 ? 'errors' : 'answered';
