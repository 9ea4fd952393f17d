/**
 * The body map: a picture of the question it stands beside. It ticks the controls of the list and shows
 * what they say; the list is what counts, and what a screen reader reads.
 */

import { parts } from '../part.mjs'

/**
 * @param {HTMLElement} root
 */
export function mountBodyMaps(root) {
  for (const map of parts(root, '[data-map]')) new BodyMap(root, map)
}

class BodyMap {
  #root
  #map
  #question

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} map
   */
  constructor(root, map) {
    this.#root = root
    this.#map = map
    this.#question = /** @type {HTMLElement} */ (map.closest('[data-question]')).dataset.question ?? ''
    map.addEventListener('click', ({ target }) => {
      const area = target instanceof Element ? target.closest('[data-region]') : null
      if (area instanceof SVGElement) this.#tap(area.dataset.region ?? '', area.dataset.side ?? '')
    })
    root.addEventListener('change', () => this.#mirror())
    root.addEventListener('reset', () => setTimeout(() => this.#mirror()))
    this.#mirror()
  }

  /**
   * @param {string} region
   * @param {string} side
   */
  #tap(region, side) {
    const option = parts(this.#map, '[data-tap]').find((tap) => tap.dataset.tap === region)?.dataset.option
    const box = option && this.#control(this.#question, option)
    if (!box) return
    const said = this.#side()
    const covered = said === 'both' || said === side
    if (box.checked && covered && said !== 'both') box.checked = false
    else if (box.checked) this.#saySide(covered ? opposite(side) : 'both')
    else {
      box.checked = true
      if (!covered) this.#saySide(said ? 'both' : side)
    }
    box.dispatchEvent(new Event('change', { bubbles: true }))
  }

  #mirror() {
    const lit = parts(this.#map, '[data-lit]')
      .filter((item) => this.#control(this.#question, item.dataset.lit ?? '')?.checked)
      .flatMap((item) => (item.dataset.regions ?? '').split(' '))
    const side = this.#side()
    for (const area of this.#map.querySelectorAll('[data-region]')) {
      if (!(area instanceof SVGElement)) continue
      const isOn = lit.includes(area.dataset.region ?? '') && (!side || side === 'both' || side === area.dataset.side)
      area.toggleAttribute('data-on', isOn)
    }
  }

  /** @returns {'left' | 'right' | 'both' | ''} */
  #side() {
    for (const side of /** @type {const} */ (['left', 'right', 'both'])) {
      if (this.#sideControl(side)?.checked) return side
    }
    return ''
  }

  /** @param {string} side */
  #saySide(side) {
    const radio = this.#sideControl(side)
    if (radio) radio.checked = true
  }

  /** @param {string} side */
  #sideControl(side) {
    return this.#control(this.#map.dataset.sides ?? '', this.#map.dataset[side] ?? '')
  }

  /**
   * @param {string} question
   * @param {string} option
   * @returns {HTMLInputElement | null}
   */
  #control(question, option) {
    return this.#root.querySelector(`#q-${CSS.escape(question)}-${CSS.escape(option)}`)
  }
}

/** @param {string} side */
function opposite(side) {
  return side === 'left' ? 'right' : 'left'
}
