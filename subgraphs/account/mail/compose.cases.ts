import { composeMail } from './compose';
import { MAILS, type MailKind } from './kinds';

const KINDS = Object.keys(MAILS) as MailKind[];

describe.each(KINDS)('the mail %s', (kind) => {
  const facts = { to: 'ada@example.com', linkBase: 'https://app.example/a&b', token: 'to/ken' };
  const { text, html, to, subject } = composeMail(kind, facts);

  it('goes to the address, with a subject', () => {
    expect({ to, subject }).toEqual({ to: 'ada@example.com', subject: MAILS[kind].subject });
  });

  it('has its link on a line of its own, with the token fit for an address', () => {
    expect(text.split('\n')).toContain(`https://app.example/a&b${MAILS[kind].page}?token=to%2Fken`);
  });

  it('has the same link in HTML, where no character of it is taken for markup', () => {
    expect(html).toContain(`<a href="https://app.example/a&amp;b${MAILS[kind].page}?token=to%2Fken">`);
  });

  it('says in HTML what it says in plain text', () => {
    for (const paragraph of [...MAILS[kind].before, ...MAILS[kind].after]) {
      expect(text).toContain(paragraph);
      expect(html).toContain(`<p>${paragraph}</p>`);
    }
  });
});
