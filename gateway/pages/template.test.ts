import { choose, fill, fillEach, Html } from './template';

describe('fill', () => {
  it('escapes text and leaves markup alone', () => {
    const filled = fill('<a title="{{title}}">{{inner}}</a>', {
      title: `"'<&>`,
      inner: new Html('<b>x</b>'),
    });
    expect(filled.markup).toBe('<a title="&quot;&#39;&lt;&amp;&gt;"><b>x</b></a>');
  });

  it('does not fill what a value brings along', () => {
    expect(fill('{{a}}', { a: '{{b}}', b: 'c' }).markup).toBe('{{b}}');
  });

  it('refuses a place without a value', () => {
    expect(() => fill('{{missing}}', {})).toThrow('{{missing}}');
  });
});

it('fills a template for each row', () => {
  expect(fillEach('<li>{{name}}</li>', [{ name: 'a' }, { name: '<' }]).markup).toBe(
    '<li>a</li>\n<li>&lt;</li>',
  );
});

it('keeps or takes out a section', () => {
  const template = 'a\n  <!-- if demo -->\n  b\n  <!-- end demo -->\nc\n';
  expect(choose(template, 'demo', true)).toBe('a\n  b\nc\n');
  expect(choose(template, 'demo', false)).toBe('a\nc\n');
});
