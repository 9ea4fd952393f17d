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
  /** Options that say that the pain runs somewhere. */
  #lines

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} map
   */
  constructor(root, map) {
    this.#root = root
    this.#map = map
    this.#question = /** @type {HTMLElement} */ (map.closest('[data-question]')).dataset.question ?? ''
    this.#lines = new Set([...map.querySelectorAll('[data-line]')].map((line) => line.getAttribute('data-line') ?? ''))
    map.addEventListener('click', ({ target }) => this.#touched(target instanceof Element ? target : map))
    root.addEventListener('change', () => this.#mirror())
    root.addEventListener('reset', () => setTimeout(() => this.#mirror()))
    this.#mirror()
  }

  /** @param {Element} target */
  #touched(target) {
    const area = target.closest('[data-region]')
    if (area instanceof SVGElement) this.#tap(area.dataset.region ?? '', area.dataset.side ?? '', 'on' in area.dataset)
    const size = target.closest('[data-size]')
    if (size instanceof HTMLElement) tick(this.#sizeControl(size))
  }

  /**
   * A tap on an unlit place ticks it, on a lit one clears it. The side follows.
   * @param {string} region
   * @param {string} side
   * @param {boolean} isOn
   */
  #tap(region, side, isOn) {
    const said = this.#side()
    const lighting = this.#ticked().filter((item) => regionsOf(item).includes(region))
    if (isOn && said === side) {
      for (const item of lighting) untick(this.#place(item.dataset.lit))
      return
    }
    if (isOn) return tick(this.#sideControl(said ? opposite(side) : side))
    tick(this.#sideControl(said && said !== side ? 'both' : side))
    if (!lighting.length) this.#tickPlace(region)
  }

  /**
   * Pain that runs down has one end: a second line takes the place of the first.
   * @param {string} region
   */
  #tickPlace(region) {
    const option = parts(this.#map, '[data-tap]').find((tap) => tap.dataset.tap === region)?.dataset.option
    if (this.#lines.has(option ?? '')) for (const line of this.#lines) untick(this.#place(line))
    tick(this.#place(option))
  }

  #mirror() {
    const ticked = this.#ticked()
    const regions = ticked.flatMap(regionsOf)
    const lines = ticked.map((item) => item.dataset.lit ?? '').filter((option) => this.#lines.has(option))
    const spots = ticked.filter((item) => !lines.includes(item.dataset.lit ?? '')).flatMap(regionsOf)
    const side = this.#side()
    for (const mark of /** @type {NodeListOf<SVGElement>} */ (this.#map.querySelectorAll('[data-side]'))) {
      const { region, spot, line } = mark.dataset
      const isOn = line ? lines.includes(line) : spot ? spots.includes(spot) : regions.includes(region ?? '')
      mark.toggleAttribute('data-on', isOn && (!side || side === 'both' || side === mark.dataset.side))
    }
    for (const size of parts(this.#map, '[data-size]')) {
      const isOn = Boolean(this.#sizeControl(size)?.checked)
      size.toggleAttribute('data-on', isOn)
      if (size.dataset.size === 'spot') this.#map.toggleAttribute('data-is-spot', isOn)
    }
  }

  /** What of the list is ticked and shows on the map. */
  #ticked() {
    return parts(this.#map, '[data-lit]').filter((item) => this.#place(item.dataset.lit)?.checked)
  }

  /** @returns {'left' | 'right' | 'both' | ''} */
  #side() {
    for (const side of /** @type {const} */ (['left', 'right', 'both'])) {
      if (this.#sideControl(side)?.checked) return side
    }
    return ''
  }

  /** @param {string} [option] */
  #place(option = '') {
    return this.#control(this.#question, option)
  }

  /** @param {string} side */
  #sideControl(side) {
    return this.#control(this.#map.dataset.sides ?? '', this.#map.dataset[side] ?? '')
  }

  /** @param {HTMLElement} size */
  #sizeControl(size) {
    return this.#control(size.dataset.questionOf ?? '', size.dataset.option ?? '')
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

/** @param {HTMLElement} item */
function regionsOf(item) {
  return (item.dataset.regions ?? '').split(' ')
}

/** @param {HTMLInputElement | null} control */
function tick(control) {
  set(control, true)
}

/** @param {HTMLInputElement | null} control */
function untick(control) {
  set(control, false)
}

/**
 * @param {HTMLInputElement | null} control
 * @param {boolean} isChecked
 */
function set(control, isChecked) {
  if (!control || control.checked === isChecked) return
  control.checked = isChecked
  control.dispatchEvent(new Event('change', { bubbles: true }))
}

/** @param {string} side */
function opposite(side) {
  return side === 'left' ? 'right' : 'left'
}
