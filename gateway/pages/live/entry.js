import { showTime } from './times.js';

const template = document.getElementById('entry');

/** One activity as an item of the list. Texts are set as texts: nothing that somebody wrote becomes markup. */
export function createEntry(activity, people) {
  const entry = template.content.firstElementChild.cloneNode(true);
  const place = (name) => entry.querySelector(`[data-${name}]`);
  const write = (name, text) => {
    place(name).textContent = text ?? '';
    place(name).hidden = !text;
  };
  const [kind, name] = activity.subject;

  entry.dataset.service = activity.service;
  write('description', activity.description);
  write('kind', kind);
  write('name', name);
  write('title', activity.title);
  write('text', activity.text);
  place('quote').hidden = !activity.title && !activity.text && !activity.url;
  link(place('link'), activity.url);
  write('service', activity.service);
  place('time').dateTime = activity.at;
  showTime(place('time'));
  void sign(entry, activity.author, people);
  return entry;
}

async function sign(entry, { id, name }, people) {
  const known = name ?? (await people.nameOf(id));
  entry.querySelector('[data-author]').textContent = known;
  entry.querySelector('[data-initials]').textContent = initials(known);
}

const initials = (name) =>
  name
    .split(/\s+/)
    .map(([first]) => first)
    .filter((_first, index, all) => index === 0 || index === all.length - 1)
    .join('');

/** Only to addresses of the web: a link could otherwise run what somebody wrote. */
function link(place, url) {
  const isOfTheWeb = /^https?:\/\//i.test(url ?? '');
  place.hidden = !isOfTheWeb;
  if (!isOfTheWeb) return;
  place.href = url;
  place.textContent = url;
}
