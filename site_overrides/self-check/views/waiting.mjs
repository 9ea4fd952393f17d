import { part, show } from '../part.mjs'

/** Nobody needs to see or hear of a wait shorter than these; to say so would take a frame of it. */
const INSTANT_MS = 100
const BRIEF_MS = 400

/** What a reader sees who is faster than the engine. */
export class Waiting {
  #root
  #panel
  #bar
  #bytes
  #words
  /** @type {number[]} */
  #timers = []

  /**
   * @param {HTMLElement} root
   * @param {import('../words.mjs').Words} words
   */
  constructor(root, words) {
    this.#root = root
    this.#panel = part(root, '[data-waiting]', HTMLElement)
    this.#bar = part(root, '[data-waiting-bar]', HTMLProgressElement)
    this.#bytes = part(root, '[data-waiting-bytes]', HTMLElement)
    this.#words = words
  }

  /** @param {() => void} onShown */
  start(onShown) {
    const later = (/** @type {() => void} */ run, /** @type {number} */ delay) => this.#timers.push(window.setTimeout(run, delay))
    later(() => this.#root.setAttribute('aria-busy', 'true'), INSTANT_MS)
    later(() => {
      show(this.#panel, true)
      onShown()
    }, BRIEF_MS)
  }

  stop() {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer)
    this.#root.removeAttribute('aria-busy')
    show(this.#panel, false)
  }

  /**
   * @param {number} loaded bytes
   * @param {number} total bytes
   */
  count(loaded, total) {
    this.#bar.max = total
    this.#bar.value = loaded
    const megabytes = (/** @type {number} */ bytes) =>
      (bytes / 1e6).toLocaleString(this.#words('date_language'), { minimumFractionDigits: 1, maximumFractionDigits: 1 })
    this.#bytes.textContent = this.#words('waiting_bytes', { loaded: megabytes(loaded), total: megabytes(total) })
  }
}
