/** A mail as it lies in a file or comes over the wire, read as far as tests need it. */

export interface ReadMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** The plain text, decoded. */
  readonly text: string;
}

export function readMail(raw: string): ReadMail {
  const mail = raw.replace(/\r\n/g, '\n');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(mail)?.[1] ?? '';
  return { from: header('From'), to: header('To'), subject: header('Subject'), text: plainText(mail) };
}

/** The first part; lines that were too long to stand as they are, are put together again. */
function plainText(mail: string): string {
  const part = /Content-Type: text\/plain[^]*?\n\n([^]*?)\n--/.exec(mail);
  if (!part) throw new Error(`a mail without plain text:\n${mail}`);
  const [whole, text = ''] = part;
  if (!whole.includes('Content-Transfer-Encoding: quoted-printable')) return text;
  const joined = text.replace(/=\n/g, '');
  return joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
