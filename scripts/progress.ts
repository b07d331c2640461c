/** How far something is, told on the terminal. */
const BAR_WIDTH = 30;

/** Told again and again; `what` is what there are so many of. */
export type ShowProgress = (done: number, of: number, what: string) => void;

/** What of a stream is needed. */
export interface Output {
  readonly isTTY: boolean;
  write(text: string): unknown;
}

/** A bar on a terminal, a line for each tenth where the output goes elsewhere. */
export function progressOn(out: Output = process.stdout): ShowProgress {
  let shown = '';
  return (done, of, what) => {
    const part = of === 0 ? 1 : done / of;
    const step = `${what} ${Math.floor(part * (out.isTTY ? 1000 : 10))}`;
    if (step === shown) return;
    shown = step;
    const filled = Math.round(part * BAR_WIDTH);
    const bar = `\r[${'█'.repeat(filled)}${'·'.repeat(BAR_WIDTH - filled)}] `;
    out.write(`${out.isTTY ? bar : ''}${done} of ${of} ${what}${out.isTTY && part < 1 ? '' : '\n'}`);
  };
}
