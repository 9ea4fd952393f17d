import { part } from '../part.mjs'

/** "Step 4 of about 11". The total only shrinks and the bar only grows. */
export class Progress {
  #text
  #bar
  #words
  #total
  #share = 0

  /**
   * @param {HTMLElement} root
   * @param {number} total
   * @param {import('../words.mjs').Words} words
   */
  constructor(root, total, words) {
    this.#text = part(root, '[data-step]', HTMLElement)
    this.#bar = part(root, '[data-track]', HTMLElement)
    this.#words = words
    this.#total = total
    this.show(1)
  }

  /**
   * @param {number} step the screen that is shown, from 1
   * @param {number} [total] how many there can be at most
   */
  show(step, total = this.#total) {
    this.#total = Math.max(Math.min(this.#total, total), step)
    this.#share = Math.max(this.#share, (step - 1) / this.#total)
    this.#text.textContent = this.#words('step', { step, total: this.#total })
    this.#bar.style.inlineSize = `${Math.max(this.#share * 100, 3)}%`
  }
}
