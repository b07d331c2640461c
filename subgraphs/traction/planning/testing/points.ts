/** Points of a plan as tests write them down. */
import type { Point } from '../plan';

export const at = (day: string, value: number): Point => ({ date: new Date(day), value });
