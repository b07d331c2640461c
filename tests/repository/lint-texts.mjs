// Lints texts as if they lay at the given paths: `node lint-texts.mjs '[[path, text], …]'` prints the rules that each
// of them breaks. What needs types stays off: the paths need not exist.
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const eslint = new ESLint({
  overrideConfig: [
    { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked },
    { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  ],
});

const lint = async ([filePath, text]) => {
  const [{ messages }] = await eslint.lintText(text, { filePath });
  return messages.map(({ ruleId, message }) => ruleId ?? message);
};

console.log(JSON.stringify(await Promise.all(JSON.parse(process.argv[2]).map(lint))));
