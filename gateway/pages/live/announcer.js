/** Long enough for what belongs together to come together, and short enough to be news. */
const GATHER_MS = 700;

/** Says to screen readers what happened: a single activity in full, and of many at once how many there are. */
export class Announcer {
  #place;
  #news = [];

  constructor(place) {
    this.#place = place;
  }

  say(text) {
    if (this.#news.push(text) === 1) setTimeout(() => this.#tell(), GATHER_MS);
  }

  #tell() {
    const news = this.#news;
    this.#news = [];
    this.#place.textContent = news.length === 1 ? news[0] : `${news.length} new activities`;
  }
}
