import { createEntry } from './entry.js';
import { showTime } from './times.js';

/** What the page holds at most; older entries make room. */
const MOST = 500;
const SHOW_TIMES_MS = 30_000;

/**
 * The list of what happened, newest first. While it is paused, what happens is counted and kept.
 * Tells of every change by the event `change`.
 */
export class Timeline extends EventTarget {
  #list;
  #people;
  /** What the list shows, newest first, each `{ activity, entry }`. */
  #shown = [];
  /** What happened during a pause, oldest first. */
  #kept = [];
  #topics;
  isPaused = false;
  /** How many came during the pause. */
  waiting = 0;

  constructor(list, people) {
    super();
    this.#list = list;
    this.#people = people;
    setInterval(() => list.querySelectorAll('time').forEach(showTime), SHOW_TIMES_MS);
  }

  /** How many there are, and how many of them the filter lets through. */
  get size() {
    return { all: this.#shown.length, visible: this.#shown.filter(({ entry }) => !entry.hidden).length };
  }

  /** Says whether the reader can see it now. */
  add(activity, { isNew }) {
    if (this.isPaused && isNew) {
      this.#kept = [...this.#kept, activity].slice(-MOST);
      this.waiting += 1;
      this.#changed();
      return false;
    }
    const entry = this.#insert(activity);
    entry.classList.toggle('is-new', isNew);
    this.#changed();
    return !entry.hidden;
  }

  pause() {
    this.isPaused = true;
    this.#changed();
  }

  resume() {
    const kept = this.#kept;
    this.isPaused = false;
    this.#kept = [];
    this.waiting = 0;
    for (const activity of kept) this.#insert(activity).classList.add('is-new');
    this.#changed();
  }

  /** Shows only what stands under one of the topics. */
  filter(topics) {
    this.#topics = new Set(topics);
    for (const { activity, entry } of this.#shown) entry.hidden = !this.#topics.has(activity.topic);
    this.#changed();
  }

  /** Forgets what came from a service; everything where none is named. */
  forget(service) {
    const stays = (activity) => service !== undefined && activity.service !== service;
    for (const { activity, entry } of this.#shown) if (!stays(activity)) entry.remove();
    this.#shown = this.#shown.filter(({ activity }) => stays(activity));
    this.#kept = this.#kept.filter(stays);
    this.waiting = this.#kept.length;
    this.#changed();
  }

  /** To its place in time: services tell each of their own, so that one may come later than what it was before. */
  #insert(activity) {
    const entry = createEntry(activity, this.#people);
    entry.hidden = !this.#topics.has(activity.topic);
    const found = this.#shown.findIndex((other) => other.activity.at <= activity.at);
    const place = found === -1 ? this.#shown.length : found;
    this.#list.insertBefore(entry, this.#list.children[place] ?? null);
    this.#shown.splice(place, 0, { activity, entry });
    for (const { entry: oldest } of this.#shown.splice(MOST)) oldest.remove();
    return entry;
  }

  #changed() {
    this.dispatchEvent(new CustomEvent('change'));
  }
}
