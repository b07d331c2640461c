/** The Dockerfile copies what exists, and .dockerignore lets exactly that through. */
import { existsSync } from 'node:fs';
import { projectFile } from '../../common/project';
import { textOf } from './files';

const MADE_BY_THE_BUILD = ['node_modules', 'dist'];

const dockerfile = textOf('Dockerfile');
const ignore = textOf('.dockerignore').split('\n');
const open = ignore.filter((line) => line.startsWith('!')).map((line) => line.slice(1));

const copied = [...dockerfile.matchAll(/^COPY (?!--from)(?!\. )(.+) \S+$/gm)].flatMap(([, names = '']) =>
  names.split(' '),
);
const kept = [...dockerfile.matchAll(/^COPY --from=build (.+) \S+$/gm)]
  .flatMap(([, names = '']) => names.split(' '))
  .map((path) => path.replace('/app/', ''))
  .filter((path) => !MADE_BY_THE_BUILD.includes(path));

it('lets nothing through that is not named', () => {
  expect(ignore.find((line) => line !== '' && !line.startsWith('#'))).toBe('*');
  expect(open.filter((path) => /env|data|tests/.test(path))).toEqual([]);
});

it.each([...new Set([...open, ...copied, ...kept])])('has %s', (path) => {
  expect(existsSync(projectFile(path))).toBe(true);
});

it.each([...copied, ...kept])('lets %s through', (path) => {
  expect(open.some((entry) => path === entry || path.startsWith(`${entry}/`))).toBe(true);
});

it('builds on a supported line of Node and does not run as root', () => {
  const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
  expect(new Set(images)).toEqual(new Set(['node:24-slim']));
  expect(
    dockerfile
      .trimEnd()
      .split('\n')
      .filter((line) => line.startsWith('USER ')),
  ).toEqual(['USER node']);
});
