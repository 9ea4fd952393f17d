/**
 * Start the engine while the rest of the page is still arriving. The element takes it over once it is
 * there. Readers who save data are asked by their first touch instead.
 */

import { EngineClient } from './engine-client.mjs'

/** @typedef {{ client: EngineClient, started: Promise<void> | null }} Engine `started`: unless it waits for a sign */

const BETWEEN_LOOKS_MS = 10

/** @type {Engine | null} */
let early = null
let isTaken = false

export function startEarly() {
  const root = document.querySelector('self-check')
  if (isTaken) return
  if (!(root instanceof HTMLElement)) {
    // The head is there, but not this part of the page yet.
    if (document.readyState === 'loading') setTimeout(startEarly, BETWEEN_LOOKS_MS)
    return
  }
  if (/** @type {any} */ (navigator).connection?.saveData) return
  const client = new EngineClient(addressOf(root))
  early = { client, started: client.start() }
  early.started?.catch(() => {}) // whoever takes the engine hears of it
}

/**
 * @param {HTMLElement} root
 * @returns {Engine}
 */
export function takeEngine(root) {
  isTaken = true
  const taken = early ?? { client: new EngineClient(addressOf(root)), started: null }
  early = null
  return taken
}

/** @param {HTMLElement} root */
function addressOf(root) {
  return new URL(root.dataset.engine ?? '', document.baseURI).href
}
