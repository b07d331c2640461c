/** Finding the signal that a mutation names. */
import { notFound } from '../../../common/errors';
import type { WorkstreamWork } from '../context';
import type { SignalRow } from './model';

/** The signal within a write. Throws SIGNAL_NOT_FOUND. */
export async function requireSignal({ data }: WorkstreamWork, number: number): Promise<SignalRow> {
  const signal = await data.signals.findOne({ number });
  if (!signal) throw notFound('SIGNAL_NOT_FOUND', 'signal', String(number));
  return signal;
}
