import { isAttachment } from './entries';

const NOTE = { type: 'NOTE', url: null, metadata: null } as const;

describe('an entry is an attachment', () => {
  it.each([
    ['when its type says so', { ...NOTE, type: 'ATTACHMENT' } as const],
    ['when it has an address', { ...NOTE, url: 'https://example.com' }],
    ['when files come with it', { ...NOTE, metadata: { attachments: [{ name: 'a.pdf' }] } }],
  ])('%s', (_when, entry) => {
    expect(isAttachment(entry)).toBe(true);
  });

  it.each([
    ['without file and address', NOTE],
    ['with an empty address', { ...NOTE, url: '' }],
    ['with an empty list of files', { ...NOTE, metadata: { attachments: [] } }],
    ['with other facts', { ...NOTE, metadata: { attachments: 'none', pages: 3 } }],
  ])('and is none %s', (_when, entry) => {
    expect(isAttachment(entry)).toBe(false);
  });
});
