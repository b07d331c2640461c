/** JSON files as the formatter of the repository wants them. */
import prettier from 'prettier';

export const formatJson = (value: unknown): Promise<string> =>
  prettier.format(JSON.stringify(value), { parser: 'json', printWidth: 110 });
