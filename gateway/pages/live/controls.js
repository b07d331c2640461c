/** What a reader does with the timeline: hold it, and choose what it shows. It also says when there is nothing to show. */
export class Controls {
  #timeline;
  #pause;
  #filter;
  #empty;
  #count;
  #title;

  constructor(page, timeline) {
    this.#timeline = timeline;
    this.#pause = page.querySelector('[data-pause]');
    this.#filter = page.querySelector('[data-filter]');
    this.#empty = page.querySelector('[data-empty]');
    this.#count = page.querySelector('[data-count]');
    this.#title = page.title;

    this.#pause.addEventListener('click', () => (timeline.isPaused ? timeline.resume() : timeline.pause()));
    this.#filter.addEventListener('change', () => this.#choose());
    page.querySelector('[data-all]').addEventListener('click', () => {
      for (const box of this.#boxes()) box.checked = true;
      this.#choose();
    });
    timeline.addEventListener('change', () => this.#show());
    this.#choose();
  }

  #boxes() {
    return [...this.#filter.querySelectorAll('[name="topic"]')];
  }

  #choose() {
    this.#timeline.filter(
      this.#boxes()
        .filter(({ checked }) => checked)
        .map(({ value }) => value),
    );
  }

  #show() {
    const { isPaused, waiting, size } = this.#timeline;
    this.#pause.textContent = isPaused ? `Resume · ${waiting} new` : 'Pause';
    this.#pause.classList.toggle('is-paused', isPaused);
    document.title = waiting > 0 ? `(${waiting}) ${this.#title}` : this.#title;
    this.#filter.querySelector('[data-all]').hidden = this.#boxes().every(({ checked }) => checked);
    this.#count.textContent = size.visible === size.all ? size.all : `${size.visible} of ${size.all}`;
    this.#empty.hidden = size.visible > 0;
    this.#empty.textContent =
      size.all > 0 ? 'Nothing of what is chosen has happened lately.' : 'Nothing has happened lately.';
  }
}
