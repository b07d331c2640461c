/** The stream has broken: what it carried is not complete. */
export class Broken extends Error {}

/** The server says something every twelve seconds, be it a comment. Whoever is silent for three times that is gone. */
const MOST_SILENT_MS = 36_000;

/** The events of a response of server-sent events, each `{ event, data }`. Throws Broken when it falls silent. */
export async function* readEvents(response) {
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read());
      if (done) return;
      const events = (text + decoder.decode(value, { stream: true })).split('\n\n');
      text = events.pop();
      yield* events.map(readEvent);
    }
  } finally {
    await reader.cancel().catch(() => undefined); // broken already
  }
}

/** The lines of an event; those of other names, and comments, mean nothing here. */
function readEvent(text) {
  const event = { event: 'message', data: '' };
  for (const line of text.split('\n')) {
    const [, name, value] = /^(event|data): ?(.*)$/.exec(line) ?? [];
    if (name) event[name] = value;
  }
  return event;
}

function inTime(promise) {
  let timer;
  const silence = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Broken('The stream fell silent')), MOST_SILENT_MS);
  });
  return Promise.race([promise, silence]).finally(() => clearTimeout(timer));
}
