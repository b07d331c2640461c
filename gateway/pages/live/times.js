/** Times as people say them: the clock today, the day before that, and how long ago it is. */
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const AGO = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** Keeps a <time> saying when it was, by the clock of the reader. */
export function showTime(element) {
  const at = new Date(element.dateTime);
  const now = new Date();
  const isToday = at.toDateString() === now.toDateString();
  element.textContent = `${isToday ? CLOCK.format(at) : `${DAY.format(at)}, ${CLOCK.format(at)}`} · ${ago(now - at)}`;
  element.title = EXACT.format(at);
}

function ago(milliseconds) {
  const [unit, size] = UNITS.find(([, size]) => milliseconds >= size) ?? [];
  return unit ? AGO.format(-Math.floor(milliseconds / size), unit) : 'just now';
}

export const clockNow = () => CLOCK.format(new Date());
