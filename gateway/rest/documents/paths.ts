/** Templates of paths: `/goals/{id}:activate`. A verb after a colon is literal text behind the last segment. */

export interface PathTemplate {
  readonly text: string;
  readonly parameters: readonly string[];
  /** The path with its parameters nameless: two templates that match the same requests have the same one. */
  readonly pattern: string;
}

const TEMPLATE = /^(?:(?:\/(?:[\w.~-]+|\{[A-Za-z]\w*\}))+(?::[\w-]+)?)?$/;
const PARAMETER = /\{(\w+)\}/g;

/** The parameters of an endpoint's path and of its aliases, each once; not every path need have them all. */
export function parametersOf({ path, aliases }: RoutedPaths): readonly string[] {
  return [...new Set([path, ...aliases].flatMap((text) => parsePath(text)?.parameters ?? []))];
}

export interface RoutedPaths {
  readonly path: string;
  readonly aliases: readonly string[];
}

/** Undefined when the text is no template. */
export function parsePath(text: string): PathTemplate | undefined {
  if (!TEMPLATE.test(text)) return undefined;
  return {
    text,
    parameters: [...text.matchAll(PARAMETER)].map(([, name = '']) => name),
    pattern: text.replace(PARAMETER, '{}'),
  };
}
