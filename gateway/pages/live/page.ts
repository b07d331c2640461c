/** The live page: what happens in the tenant of the reader, as it happens. Source: interface.md, /live. */
import { readFileSync } from 'node:fs';
import { projectFile } from '../../../common/project';
import type { Look } from '../look';
import { signInBar } from '../shared/bar';
import { fill, fillEach } from '../template';

/** What a reader can choose to see, by the topics of feeds.js. */
const TOPICS = [
  'Goals',
  'Strategies',
  'Actions',
  'Measures',
  'Notes',
  'Decisions',
  'Attachments',
  'Alignment',
  'Pipeline',
  'People',
];

const TOPIC = `<label class="topic"><input type="checkbox" name="topic" value="{{value}}" checked /><span>{{title}}</span></label>`;

export function livePage(look: Look): string {
  const template = readFileSync(projectFile('gateway', 'pages', 'live', 'live.html'), 'utf8');
  return fill(template, {
    bar: signInBar(look),
    assets: look.assetBase,
    topics: fillEach(
      TOPIC,
      TOPICS.map((title) => ({ title, value: title.toLowerCase() })),
    ),
  }).markup;
}
