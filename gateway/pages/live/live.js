// The live page: who is signed in watches the activity of the tenant.
import { Session } from '../shared/session.js';
import { SignInBar } from '../shared/sign-in-bar.js';
import { Announcer } from './announcer.js';
import { Controls } from './controls.js';
import { FEEDS } from './feeds.js';
import { Follower } from './follower.js';
import { People } from './people.js';
import { describeState } from './state.js';
import { Timeline } from './timeline.js';
import { clockNow } from './times.js';
import { Wire } from './wire.js';

const place = (name) => document.querySelector(`[data-${name}]`);

const session = new Session();
const bar = new SignInBar(document, session);
const announcer = new Announcer(place('news'));
const timeline = new Timeline(place('list'), new People(session));
const awakener = new EventTarget();
const wake = () => awakener.dispatchEvent(new CustomEvent('wake'));

/** Aborted when nobody watches any more; null for nobody who watches. */
let watching = null;
let states = {};

new Controls(document, timeline);
place('again').addEventListener('click', wake);
window.addEventListener('online', wake);
session.addEventListener('change', ({ detail }) => {
  if (!session.who) leave(detail.reason);
  else if (!watching) watch();
});
if (!(await bar.signInByItself()) && !session.who) show({ tone: 'off', text: 'Not signed in' });

function watch() {
  watching = new AbortController();
  states = {};
  timeline.forget();
  place('tenant-name').textContent = session.who.tenant;
  place('notice').textContent = '';
  const { signal } = watching;
  const page = { session, signal, awakener, onState, onActivity, onAnew, wire: new Wire(session, signal) };
  for (const feed of FEEDS) void new Follower(feed, page).run();
}

/** A reader who signs out leaves nothing behind; one whose session ended may still read what is there. */
function leave(reason) {
  watching?.abort();
  watching = null;
  if (reason === undefined) timeline.forget();
  show({ tone: 'off', text: reason === undefined ? 'Signed out' : 'Signed out: the session has ended' });
}

function onState(service, state) {
  states = { ...states, [service]: state };
  if (Object.keys(states).length === FEEDS.length) show(describeState(states));
}

function onActivity(activity, how) {
  if (!timeline.add(activity, how) || !how.isNew) return;
  const [kind, name] = activity.subject;
  announcer.say([activity.description, `${kind} ${name}`, activity.text].filter(Boolean).join(', '));
}

function onAnew(service) {
  timeline.forget(service);
  place('notice').textContent =
    `At ${clockNow()} the activity of ${service} was read anew: not everything that happened before was still kept.`;
}

function show({ tone, text }) {
  place('connection').dataset.tone = tone;
  if (place('state').textContent !== text) place('state').textContent = text;
  place('again').hidden = !/ in \d+ s$/.test(text);
}
