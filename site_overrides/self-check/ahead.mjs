/** Asks the engine while the reader looks at the answer that was just given: Next then finds the reply there. */

/** @typedef {import('./engine-client.mjs').EngineClient} EngineClient */
/** @typedef {import('./messages.mjs').Answers} Answers */
/** @typedef {import('./messages.mjs').Step} Step */

export class Ahead {
  #client
  /** The answers that were asked about last, as text: a reply to any others is of no use. */
  #asked = ''
  /** @type {Promise<Step> | null} */
  #reply = null
  #timer = 0

  /** @param {EngineClient} client */
  constructor(client) {
    this.#client = client
  }

  /**
   * Ask a moment later, once for all changes made until then.
   * @param {() => Answers | null} read what to ask about; null for nothing
   * @param {(step: Step, answers: Answers) => void} onReply called unless other answers were asked about meanwhile
   */
  ask(read, onReply) {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => {
      // A start is not ours to begin: readers who save data begin it by a sign of their own.
      const answers = this.#client.isReady ? read() : null
      if (!answers) return
      const reply = this.#keep(answers)
      reply.then((step) => { if (this.#reply === reply) onReply(step, answers) }, () => {}) // Next asks anew
    })
  }

  /**
   * The reply to these answers, asked for now unless it was before.
   * @param {Answers} answers
   * @returns {Promise<Step>}
   * @throws {import('./engine-client.mjs').EngineLostError}
   */
  step(answers) {
    clearTimeout(this.#timer)
    return this.#keep(answers)
  }

  /** @param {Answers} answers */
  #keep(answers) {
    const text = JSON.stringify(answers)
    if (this.#reply && this.#asked === text) return this.#reply
    const reply = this.#client.step(answers)
    this.#asked = text
    this.#reply = reply
    reply.catch(() => {
      if (this.#reply === reply) this.#reply = null
    })
    return reply
  }

  /** Forget the answers. */
  stop() {
    clearTimeout(this.#timer)
    this.#asked = ''
    this.#reply = null
  }
}
