import { part } from '../part.mjs'

/** Nobody needs to hear of a wait shorter than this. */
const BRIEF_MS = 400

/** What a reader sees who is faster than the engine. */
export class Waiting {
  #panel
  #bar
  #bytes
  #words
  #timer = 0

  /**
   * @param {HTMLElement} root
   * @param {import('../words.mjs').Words} words
   */
  constructor(root, words) {
    this.#panel = part(root, '[data-waiting]', HTMLElement)
    this.#bar = part(root, '[data-waiting-bar]', HTMLProgressElement)
    this.#bytes = part(root, '[data-waiting-bytes]', HTMLElement)
    this.#words = words
  }

  /** @param {() => void} onShown */
  start(onShown) {
    this.#timer = window.setTimeout(() => {
      this.#panel.hidden = false
      onShown()
    }, BRIEF_MS)
  }

  stop() {
    clearTimeout(this.#timer)
    this.#panel.hidden = true
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
