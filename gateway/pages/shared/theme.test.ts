import { readFileSync } from 'node:fs';
import { projectFile } from '../../../common/project';

type Scheme = 'light' | 'dark';

const css = readFileSync(projectFile('gateway', 'pages', 'shared', 'theme.css'), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

/** Source: WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, scheme: Scheme): number {
  const [first, second] = [one, other].map((name) => {
    const colour = colours.get(name);
    if (!colour) throw new Error(`theme.css has no colour ${name}`);
    return luminance(colour[scheme]) + 0.05;
  });
  const [a = 0, b = 0] = [first, second];
  return Math.max(a, b) / Math.min(a, b);
}

describe.each<Scheme>(['light', 'dark'])('in the %s theme', (scheme) => {
  const surfaces = ['ground', 'surface', 'sunken'];
  const texts = ['ink', 'ink-soft', 'accent', 'good', 'bad'];

  it.each(texts.flatMap((text) => surfaces.map((surface) => [text, surface] as const)))(
    '%s can be read on %s',
    (text, surface) => expect(contrast(text, surface, scheme)).toBeGreaterThanOrEqual(4.5),
  );

  it.each(['accent', 'accent-strong'])('the text of a button can be read on %s', (ground) => {
    expect(contrast('on-accent', ground, scheme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(surfaces)('the border of a field can be seen on %s', (surface) => {
    expect(contrast('field-line', surface, scheme)).toBeGreaterThanOrEqual(3);
  });
});
