/** Where text goes: the report is what a run is for; the rest tells whoever waits how far it has come. */
export interface Output {
  say(text: string): void;
  tell(text: string): void;
}

export const terminal: Output = {
  say: (text) => void process.stdout.write(`\n${text}\n`),
  tell: (text) => void process.stderr.write(`${text}\n`),
};
