import { parseArgs } from 'node:util';
import { GATEWAYS, type Gateway, STOCK } from './gateways';
import { type Workload, WORKLOADS } from './workloads';

const PARTS = ['gateways', 'rest', 'measures', 'transports', 'live', 'database'] as const;

export interface Options {
  /** What is compared. */
  readonly parts: readonly (typeof PARTS)[number][];
  /** The stock gateway is always among them: it is what the others are compared with. */
  readonly gateways: readonly Gateway[];
  readonly workloads: readonly Workload[];
  readonly rounds: number;
  readonly seconds: number;
}

const ROUNDS = 5;
const SECONDS = 5;
const QUICK = { rounds: 1, seconds: 2 };

/** Throws a plain message for what cannot be understood. */
export function readOptions(args: readonly string[] = process.argv.slice(2)): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      only: { type: 'string' },
      workload: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const only = values.only === undefined ? undefined : `${STOCK.name},${values.only}`;
  const word = positionals[0];
  const parts = PARTS.filter((part) => word === undefined || part === word);
  if (parts.length === 0) throw new Error(`There is no ${word ?? ''}, but ${PARTS.join(', ')}`);
  return {
    parts,
    gateways: choose('only', only, GATEWAYS),
    workloads: choose('workload', values.workload, WORKLOADS),
    rounds: whole('rounds', values.rounds) ?? (values.quick ? QUICK.rounds : ROUNDS),
    seconds: whole('seconds', values.seconds) ?? (values.quick ? QUICK.seconds : SECONDS),
  };
}

function choose<T extends { readonly name: string }>(
  option: string,
  wanted: string | undefined,
  all: readonly T[],
): readonly T[] {
  const names = wanted?.split(',') ?? all.map(({ name }) => name);
  const unknown = names.find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined) {
    throw new Error(`--${option} knows no ${unknown}, but ${all.map(({ name }) => name).join(', ')}`);
  }
  return all.filter(({ name }) => names.includes(name));
}

function whole(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error(`--${option} must be a whole number above 0`);
  return Number(text);
}
