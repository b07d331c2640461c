/** What package.json, the lockfile and the licences promise. */
import { jsonOf, textOf } from './files';

interface Package {
  readonly license: string;
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly resolved?: string;
  readonly license?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
}

const project = jsonOf<Package>('package.json');
const { packages } = jsonOf<Lockfile>('package-lock.json');
const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

it('locks versions and checksums, and leaves the address of the registry to whoever installs', () => {
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(Object.keys(packages).filter((path) => packages[path]?.resolved !== undefined)).toEqual([]);
});

it('locks the parts of every platform, whichever one the lockfile was made on, as `npm ci` demands', () => {
  const locked = new Set(Object.keys(packages).map(nameOf));
  const optional = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
  expect(optional.length).toBeGreaterThan(0);
  expect(optional.filter((name) => !locked.has(name))).toEqual([]);
});

it('runs on Node 20.19 and later', () => {
  expect(project.engines).toEqual({ node: '>=20.19' });
});

it('names every package by one exact version', () => {
  const versions = { ...project.dependencies, ...project.devDependencies };
  expect(Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it('is under the MIT License, and says which packages are under one that is not permissive', () => {
  expect(project.license).toBe('MIT');
  expect(textOf('LICENSE')).toMatch(/^MIT License\n/);
  const permissive =
    /^\(?(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|CC0-1\.0|CC-BY-4\.0)\b/;
  // A package for another machine is listed without a licence; it has that of the one that asks for it.
  const listed = Object.entries(packages).filter(
    ([path, { license, os }]) => path !== '' && (license ?? !os),
  );
  const others = listed
    .filter(([, { license }]) => !permissive.test(license ?? ''))
    .map(([path, { license }]) => `${nameOf(path)} ${license ?? 'unknown'}`);
  const named = [...textOf('NOTICE.md').matchAll(/`(@apollo\/[a-z-]+)` *\| Elastic License 2\.0/g)];
  expect(others.sort()).toEqual(named.map(([, name = '']) => `${name} Elastic-2.0`).sort());
});
