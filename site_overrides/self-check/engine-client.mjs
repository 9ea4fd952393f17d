/** The page's side of the engine. Only this file knows of ids, time-outs and restarts. */

import { VERSION } from './messages.mjs'

/** @typedef {import('./messages.mjs').Answers} Answers */
/** @typedef {import('./messages.mjs').FromWorker} FromWorker */
/** @typedef {import('./messages.mjs').ToWorker} ToWorker */
/** @typedef {import('./messages.mjs').Step} Step */
/** @typedef {{ resolve: (text: string) => void, reject: (error: Error) => void }} Waiting */

/** A start that gives no sign of life for so long is taken for dead: some browsers hang in silence. */
const SILENCE_MS = 20_000
/** A reader waits no longer than this for a start, even one that moves. */
const PATIENCE_MS = 60_000
const ANSWER_MS = 15_000
const TRIES = 2

/** The engine cannot be had: what is on the page has to do. */
export class EngineLostError extends Error {
  name = 'EngineLostError'
}

export class EngineClient {
  #engineUrl
  /** @type {(loaded: number, total: number) => void} */
  #onProgress = () => {}
  /** @type {Worker | null} */
  #worker = null
  /** @type {Promise<void> | null} */
  #started = null
  /** @type {Map<number, Waiting>} */
  #waiting = new Map()
  #lastId = 0
  #isReady = false

  /** @param {string} engineUrl absolute address of the engine's folder */
  constructor(engineUrl) {
    this.#engineUrl = engineUrl
  }

  /** Whether the engine runs, so that a request costs no start. */
  get isReady() {
    return this.#isReady
  }

  /** @param {(loaded: number, total: number) => void} onProgress bytes, before compression */
  watch(onProgress) {
    this.#onProgress = onProgress
  }

  /**
   * Start the engine, once. Later calls wait for the same start; after a failure they try anew.
   * @returns {Promise<void>}
   * @throws {EngineLostError}
   */
  start() {
    this.#started ??= this.#tryToStart()
    return this.#started
  }

  /**
   * Ask what comes next.
   * @param {Answers} answers
   * @returns {Promise<Step>}
   * @throws {EngineLostError}
   */
  async step(answers) {
    const response = await this.#ask({ kind: 'step', answers })
    if (response.kind === 'fhir') throw new EngineLostError(response.kind)
    return response
  }

  /**
   * Ask for the finished check as a clinic's computer reads it.
   * @param {Answers} answers
   * @param {import('./messages.mjs').FhirDetails} details
   * @returns {Promise<object>} a FHIR resource
   * @throws {EngineLostError}
   */
  async fhir(answers, details) {
    const response = await this.#ask({ kind: 'fhir', answers, ...details })
    if (response.kind !== 'fhir') throw new EngineLostError(response.kind)
    return response.resource
  }

  /**
   * The engine keeps nothing, so a crash between two questions loses nothing.
   * @param {import('./messages.mjs').StepRequest | import('./messages.mjs').FhirRequest} request
   */
  async #ask(request) {
    const text = JSON.stringify({ v: VERSION, ...request })
    for (let tried = 1; ; tried++) {
      await within(PATIENCE_MS, this.start())
      try {
        return readResponse(await this.#request(text))
      } catch (error) {
        this.stop()
        if (tried === TRIES || error instanceof EngineLostError) throw new EngineLostError(String(error))
      }
    }
  }

  /** Let go of the worker and of all that waits. The next call starts anew. */
  stop() {
    this.#worker?.terminate()
    this.#worker = null
    this.#started = null
    this.#isReady = false
    for (const { reject } of this.#waiting.values()) reject(new Error('the worker stopped'))
    this.#waiting.clear()
  }

  /** One try: what is damaged or missing now is so a moment later. Trying again is the reader's choice. */
  async #tryToStart() {
    try {
      await this.#startWorker()
    } catch (error) {
      this.stop()
      throw new EngineLostError(String(error))
    }
  }

  /** @returns {Promise<void>} */
  #startWorker() {
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./engine-worker.mjs', import.meta.url), { type: 'module' })
      this.#worker = worker
      let watchdog = 0
      const heard = () => {
        clearTimeout(watchdog)
        watchdog = window.setTimeout(() => reject(new Error('no sign of life')), SILENCE_MS)
      }
      worker.addEventListener('message', (/** @type {MessageEvent<FromWorker>} */ { data }) => {
        if (data.kind === 'progress') this.#onProgress(data.loaded, data.total)
        if (data.kind === 'ready') this.#isReady = true
        if (data.kind === 'ready') resolve()
        else if (data.kind === 'failed') reject(new Error(data.reason))
        else if (data.kind === 'progress') return heard()
        else return this.#settle(data)
        clearTimeout(watchdog)
      })
      worker.addEventListener('error', (event) => {
        event.preventDefault()
        clearTimeout(watchdog)
        reject(new Error(event.message || 'the worker cannot run'))
        if (worker === this.#worker) this.stop()
      })
      heard()
      say(worker, { kind: 'start', engineUrl: this.#engineUrl })
    })
  }

  /**
   * @param {string} text
   * @returns {Promise<string>}
   */
  #request(text) {
    const id = ++this.#lastId
    const response = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
    if (this.#worker) say(this.#worker, { kind: 'request', id, text })
    return within(ANSWER_MS, response).finally(() => this.#waiting.delete(id))
  }

  /** @param {Extract<FromWorker, { id: number }>} message */
  #settle(message) {
    const waiting = this.#waiting.get(message.id)
    if (message.kind === 'response') waiting?.resolve(message.text)
    else waiting?.reject(new Error(message.reason))
  }
}

/**
 * @param {Worker} worker
 * @param {ToWorker} message
 */
function say(worker, message) {
  worker.postMessage(message)
}

/**
 * @param {string} text
 */
function readResponse(text) {
  /** @type {import('./messages.mjs').Response} */
  const response = JSON.parse(text)
  // Page and engine come from two different builds. Asking again would not help.
  if (response.kind === 'error') throw new EngineLostError(response.error.type)
  return response
}

/**
 * @template T
 * @param {number} milliseconds
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function within(milliseconds, promise) {
  let timer = 0
  const late = new Promise((_, reject) => {
    timer = window.setTimeout(() => reject(new EngineLostError('it takes too long')), milliseconds)
  })
  return /** @type {Promise<T>} */ (Promise.race([promise, late])).finally(() => clearTimeout(timer))
}
