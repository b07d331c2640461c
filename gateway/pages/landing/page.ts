/** The landing page: what this is, where things answer, and the first three commands. */
import { readFileSync } from 'node:fs';
import { projectFile } from '../../../common/project';
import { DEMO_USER } from '../demo-user';
import type { Look } from '../look';
import { choose, fill, fillEach } from '../template';
import { LINKS } from './links';
import { SERVICES } from './services';

const SERVICE = `        <li class="service" data-service="{{name}}">
          <h3>{{title}} <span class="state" data-state hidden></span></h3>
          <p>{{about}}</p>
          <dl>
            <div><dt>Path</dt><dd><code>{{basePath}}</code></dd></div>
            {{port}}
          </dl>
        </li>`;
const PORT = '<div><dt>Legacy port</dt><dd>{{port}}</dd></div>';
const LINK = `        <li>
          <a href="{{href}}"><strong>{{title}}</strong> <span>{{about}}</span></a>
        </li>`;

/** What the commands say where there is no demo user. */
const SOMEBODY = { email: 'you@company.example', password: 'your password' };

export function landingPage({ isDevelopment, assetBase }: Look): string {
  const template = readFileSync(projectFile('gateway', 'pages', 'landing', 'landing.html'), 'utf8');
  const services = SERVICES.map(({ legacyPort, ...service }) => ({
    ...service,
    port: fill(PORT, { port: legacyPort === undefined ? 'none' : String(legacyPort) }),
  }));
  return fill(choose(template, 'development', isDevelopment), {
    ...(isDevelopment ? DEMO_USER : SOMEBODY),
    assets: assetBase,
    services: fillEach(SERVICE, services),
    links: fillEach(
      LINK,
      LINKS.map((link) => ({ ...link })),
    ),
  }).markup;
}
