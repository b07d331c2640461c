import { EventParser } from './event-parser';

const TEXT =
  '\uFEFF: hello\n\nevent: next\ndata: {"a":\ndata: "ü"}\nid: 7\nretry\n\nid: 8\n\nevent:complete\ndata:\n\n';
const EVENTS = [
  { event: 'next', data: '{"a":\n"ü"}', id: '7' },
  { event: '', data: '', id: '8' },
  { event: 'complete', data: '' },
];

function parse(pieces: readonly string[]): unknown[] {
  const parser = new EventParser();
  return pieces.flatMap((piece) => [...parser.read(piece)]);
}

describe('events from a stream', () => {
  it.each(['\n', '\r', '\r\n'])('are read with lines that end in %j, however they are cut', (end) => {
    const text = TEXT.slice(1).replaceAll('\n', end);
    expect(parse([text])).toEqual(EVENTS);
    expect(parse(text.split(''))).toEqual(EVENTS);
    for (let at = 0; at < text.length; at += 1)
      expect(parse([text.slice(0, at), text.slice(at)])).toEqual(EVENTS);
  });

  it('are told only when they are complete', () => {
    expect(parse(['event: next\ndata: {}\n'])).toEqual([]);
  });

  it('are not collected without bounds', () => {
    const parser = new EventParser();
    const piece = 'x'.repeat(1024 * 1024);
    const readAll = (): void => {
      for (let n = 0; n < 20; n += 1) Array.from(parser.read(piece));
    };
    expect(readAll).toThrow('too long');
  });
});
