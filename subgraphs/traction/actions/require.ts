/** An action within a write. */
import { notFound } from '../../../common/errors';
import type { TractionWork } from '../context';
import type { ActionRow } from './model';

/** Throws ACTION_NOT_FOUND. */
export async function requireAction({ data }: TractionWork, id: string): Promise<ActionRow> {
  const action = await data.actions.findOne({ _id: id });
  if (!action) throw notFound('ACTION_NOT_FOUND', 'action', id);
  return action;
}
