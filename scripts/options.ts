/** Command-line options of the scripts: `--name value`, and one word without a name. */
import { parseArgs } from 'node:util';

export interface Options {
  readonly word: string | undefined;
  readonly port: number | undefined;
  readonly supergraph: string | undefined;
  /** Headers that go on to subgraphs. */
  readonly forward: readonly string[];
  readonly size: number | undefined;
  /** Addresses of a MongoDB that data goes to or comes from. */
  readonly to: string | undefined;
  readonly from: string | undefined;
  readonly intoExisting: boolean;
}

/** Throws a plain message for an option that is unknown or has no number where one is needed. */
export function readOptions(args: readonly string[] = process.argv.slice(2)): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      supergraph: { type: 'string' },
      forward: { type: 'string', multiple: true },
      size: { type: 'string' },
      to: { type: 'string' },
      from: { type: 'string' },
      'into-existing': { type: 'boolean' },
    },
  });
  return {
    word: positionals[0],
    port: whole('port', values.port),
    supergraph: values.supergraph,
    forward: values.forward ?? [],
    size: whole('size', values.size),
    to: values.to,
    from: values.from,
    intoExisting: values['into-existing'] ?? false,
  };
}

function whole(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,7}$/.test(text)) throw new Error(`--${name} must be a whole number`);
  return Number(text);
}
