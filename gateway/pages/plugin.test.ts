import fastify, { type FastifyInstance } from 'fastify';
import { gunzipSync } from 'node:zlib';
import { ASSET_FILES } from './asset-files';
import { DEMO_USER } from './demo-user';
import { LINKS } from './landing/links';
import { SERVICES } from './landing/services';
import { pagesPlugin } from './plugin';

const PAGES = ['/', '/graphiql', '/live'];

async function serve(isDevelopment: boolean): Promise<FastifyInstance> {
  const app = fastify();
  await app.register(pagesPlugin({ isDevelopment }));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: 'RESOURCE_NOT_FOUND' }));
  return app;
}

let app: FastifyInstance;

beforeAll(async () => {
  app = await serve(true);
});

afterAll(() => app.close());

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const addressesIn = (html: string): string[] =>
  [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, address = '']) => address);

async function assetBase(): Promise<string> {
  const [base] = /\/assets\/[\w-]+/.exec((await get('/')).body) ?? [];
  if (base === undefined) throw new Error('the landing page names no asset');
  return base;
}

describe.each(PAGES)('the page %s', (page) => {
  it('is HTML that browsers ask for again each time', async () => {
    const response = await get(page);
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
    const again = await get(page, { 'if-none-match': String(response.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('lets no script run but the files of this server', async () => {
    const { headers, body } = await get(page);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src|unsafe-eval|https?:|\*/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(body).not.toMatch(/<script(?![^>]* src=)|\son\w+=|\sstyle=/);
  });

  it('names only files that are there', async () => {
    const files = addressesIn((await get(page)).body).filter((address) => address.startsWith('/assets/'));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) expect([file, (await get(file)).statusCode]).toEqual([file, 200]);
  });

  it('leaves no place of its template unfilled', async () => {
    expect((await get(page)).body).not.toMatch(/\{\{\w+\}\}|<!-- (if|end) /);
  });
});

it('allows inline styles to GraphiQL alone', async () => {
  expect((await get('/')).headers['content-security-policy']).not.toContain('unsafe-inline');
  const explorer = String((await get('/graphiql')).headers['content-security-policy']);
  expect(explorer.split('; ').filter((part) => part.includes('unsafe-inline'))).toEqual([
    "style-src 'self' 'unsafe-inline'",
  ]);
});

describe('the files', () => {
  it('are kept for good under their version', async () => {
    const response = await get(`${await assetBase()}/landing/landing.js`);
    expect(response.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
  });

  it('answer under the version of an older page too, but are not kept then', async () => {
    const response = await get('/assets/older/landing/landing.css');
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'no-cache',
    });
  });

  it('travel zipped where the browser can read that', async () => {
    const url = `${await assetBase()}/vendor/graphiql.js`;
    const [plain, zipped] = [await get(url), await get(url, { 'accept-encoding': 'gzip, br' })];
    expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(zipped.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
    expect(gunzipSync(zipped.rawPayload).equals(plain.rawPayload)).toBe(true);
  });

  it.each([
    '/assets/v/nothing.js',
    '/assets/v/',
    '/assets/landing.css',
    '/assets/v/../plugin.ts',
    '/assets/v/..%2fplugin.ts',
    '/assets/v/..%2f..%2f..%2fpackage.json',
    '/assets/v/%2e%2e/%2e%2e/package.json',
    '/assets/v/landing/..%5c..%5cplugin.ts',
    '/assets/v//etc/passwd',
    '/assets/v/__proto__',
  ])('are all there is: %s is not found', async (url) => {
    const response = await get(url);
    expect([response.statusCode, response.json()]).toEqual([404, { code: 'RESOURCE_NOT_FOUND' }]);
  });
});

describe('other hosts', () => {
  // The address that commands show until the browser puts in its own, and the name of SVG, which nobody fetches.
  const OURS = /http:\/\/127\.0\.0\.1:4000|http:\/\/www\.w3\.org\/2000\/svg/g;
  const names = Object.keys(ASSET_FILES);

  it.each(names.filter((name) => !name.startsWith('vendor/')))('are not named in %s', async (name) => {
    const { body } = await get(`/assets/v/${name}`);
    expect(body.replace(OURS, '')).not.toMatch(/\bhttps?:|["'(]\/\/\w/);
  });

  it.each(PAGES)('are not named in the page %s', async (page) => {
    const { body } = await get(page);
    expect(body.replace(OURS, '')).not.toMatch(/\bhttps?:|["'(]\/\/\w/);
  });

  it('are asked for nothing by the styles of GraphiQL', async () => {
    const { body } = await get('/assets/v/vendor/graphiql.css');
    const loaded = [...body.matchAll(/url\(["']?(\w+:|[^)]{0,40})/g)].map(([, start]) => start);
    expect([...new Set(loaded)]).toEqual(['data:']);
    expect(body).not.toContain('@import');
  });
});

describe('the demo user', () => {
  it.each(PAGES)('is named on %s in development', async (page) => {
    const { body } = await get(page);
    expect(body).toContain(DEMO_USER.email);
    expect(body).toContain(DEMO_USER.password);
  });

  it('is not named anywhere outside development', async () => {
    const production = await serve(false);
    const addresses = [...PAGES, ...Object.keys(ASSET_FILES).map((name) => `/assets/v/${name}`)];
    for (const url of addresses) {
      const { body } = await production.inject({ url });
      expect(body).not.toContain(DEMO_USER.email);
      expect(body).not.toContain(DEMO_USER.password);
    }
    await production.close();
  });

  it('signs in by itself in development only', async () => {
    const production = await serve(false);
    expect((await get('/graphiql')).body).toContain('data-sign-in="automatic"');
    expect((await production.inject('/graphiql')).body).toContain('data-sign-in="manual"');
    await production.close();
  });
});

describe('the landing page', () => {
  it('shows every service with its path, and every link', async () => {
    const { body } = await get('/');
    for (const { title, basePath } of SERVICES) {
      expect(body).toContain(`<h3>${title} `);
      expect(body).toContain(`<code>${basePath}</code>`);
    }
    expect(addressesIn(body)).toEqual(expect.arrayContaining(LINKS.map(({ href }) => href)));
  });
});
