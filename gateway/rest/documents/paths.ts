/** Templates of paths: `/goals/{id}:activate`. A verb after a colon is literal text behind the last segment. */

export interface PathTemplate {
  readonly text: string;
  readonly parameters: readonly string[];
  /** The path with its parameters nameless: two templates that match the same requests have the same one. */
  readonly pattern: string;
}

const TEMPLATE = /^(?:(?:\/(?:[\w.~-]+|\{[A-Za-z]\w*\}))+(?::[\w-]+)?)?$/;
const PARAMETER = /\{(\w+)\}/g;

/** Undefined when the text is no template. */
export function parsePath(text: string): PathTemplate | undefined {
  if (!TEMPLATE.test(text)) return undefined;
  return {
    text,
    parameters: [...text.matchAll(PARAMETER)].map(([, name = '']) => name),
    pattern: text.replace(PARAMETER, '{}'),
  };
}
