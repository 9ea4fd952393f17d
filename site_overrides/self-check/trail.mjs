/**
 * Where the reader has been, in step with the browser's Back and Forward. The history holds the number
 * of a step and nothing of what was said.
 */
export class Trail {
  #places
  #index = 0
  /** Tells our entries from those of a page that was loaded before. */
  #run = Math.random().toString(36).slice(2)
  #onMove
  #moved = () => this.#follow()

  /**
   * @param {string} first
   * @param {(place: string) => void} onMove called when the reader went back or forward
   */
  constructor(first, onMove) {
    this.#places = [first]
    this.#onMove = onMove
    window.addEventListener('popstate', this.#moved)
    this.#begin() // not with the first step: a page's first entry takes browsers some milliseconds
  }

  get here() {
    return this.#places[this.#index]
  }

  get isAtStart() {
    return this.#index === 0
  }

  /** @param {string} place */
  go(place) {
    if (place === this.here) return
    if (this.#index === 0) this.#begin()
    this.#places.length = ++this.#index
    this.#places.push(place)
    history.pushState(this.#state(), '')
  }

  /**
   * Put another place where the reader stands now.
   * @param {string} place
   */
  stand(place) {
    this.#places[this.#index] = place
  }

  back() {
    history.back()
  }

  stop() {
    window.removeEventListener('popstate', this.#moved)
  }

  /** Mark where the way begins: at the entry that is open, which a link within the page may have made. */
  #begin() {
    if (history.state?.selfCheck?.run !== this.#run) history.replaceState(this.#state(), '')
  }

  #state() {
    return { ...history.state, selfCheck: { run: this.#run, index: this.#index } }
  }

  #follow() {
    const entry = history.state?.selfCheck
    if (entry?.run !== this.#run || !(entry.index in this.#places)) return
    this.#index = entry.index
    this.#onMove(this.here)
  }
}
