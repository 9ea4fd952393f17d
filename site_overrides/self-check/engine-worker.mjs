/** The worker: starts the engine and passes texts to it. It decides nothing and keeps nothing. */

import { startEngine } from './engine-loader.mjs'

/** @typedef {import('./messages.mjs').ToWorker} ToWorker */
/** @typedef {import('./messages.mjs').FromWorker} FromWorker */

/** @type {import('./engine-loader.mjs').Engine | null} */
let engine = null

self.addEventListener('message', async (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  if (data.kind === 'start') await start(data.engineUrl)
  else answer(data.id, data.text)
})

// When a download fails, the runtime leaves rejected promises behind that nobody waits for.
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault()
  if (!engine) say({ kind: 'failed', reason: String(event.reason) })
})

/** A start brings hundreds of pieces; nobody can read so many numbers. */
const BETWEEN_NUMBERS_MS = 100
let lastTold = 0

/** @param {import('./engine-loader.mjs').Progress} progress */
function tellProgress(progress) {
  const now = performance.now()
  if (now - lastTold < BETWEEN_NUMBERS_MS && progress.loaded < progress.total) return
  lastTold = now
  say({ kind: 'progress', ...progress })
}

/** @param {string} engineUrl */
async function start(engineUrl) {
  try {
    engine = await startEngine(engineUrl, { onProgress: tellProgress })
    say({ kind: 'ready' })
  } catch (error) {
    say({ kind: 'failed', reason: String(error) })
  }
}

/**
 * @param {number} id
 * @param {string} text
 */
function answer(id, text) {
  try {
    if (!engine) throw new Error('the engine has not started')
    say({ kind: 'response', id, text: engine.call(text) })
  } catch (error) {
    say({ kind: 'crashed', id, reason: String(error) })
  }
}

/** @param {FromWorker} message */
function say(message) {
  self.postMessage(message)
}
