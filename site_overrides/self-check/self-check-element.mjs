/**
 * The self-check. Its HTML holds every screen and every result; this element holds the reader's place,
 * asks the engine what comes next, and shows that. It decides nothing about the advice.
 *
 * State for the style sheet, as the attribute `state`: `start`, `asking`, `result` or `fallback`.
 * Until the element is there, its content works by itself: the first screen and the paper version.
 *
 * @fires self-check:ready the engine has started
 * @fires self-check:answered a screen was answered; `detail.screen`
 * @fires self-check:result the result is shown; `detail.disposition`
 */

import { Ahead } from './ahead.mjs'
import { takeEngine } from './early-start.mjs'
import { part, parts, show, showOnly } from './part.mjs'
import { Trail } from './trail.mjs'
import { mountBodyMaps } from './views/body-map.mjs'
import { clearProblems, showProblems } from './views/problems.mjs'
import { Progress } from './views/progress.mjs'
import { clearAnswer, idOf, questionsIn, readAnswer, readAnswers, watchControls } from './views/question.mjs'
import { mountRegionSwitch } from './views/region-switch.mjs'
import { canShow, fillResult } from './views/result.mjs'
import { clearTakeAlong, mountTakeAlong } from './views/take-along.mjs'
import { Waiting } from './views/waiting.mjs'
import { readWords } from './words.mjs'

/** @typedef {import('./messages.mjs').Step} Step */

const RESULT = 'result'

export class SelfCheckElement extends HTMLElement {
  /** @type {SelfCheck | null} */
  #check = null

  connectedCallback() {
    this.#check ??= new SelfCheck(this) // moved within the page: keep the answers
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return
      this.#check?.stop()
      this.#check = null
    })
  }
}

/** One reader's way through the self-check. */
class SelfCheck {
  #root
  #form
  #screens
  #words
  #progress
  #waiting
  #client
  #ahead
  #trail
  /** @type {Map<string, string[]>} questions that apply, by screen */
  #applying = new Map()
  #isBusy = false
  /** The result that stands in its place, shown or still hidden. @type {{ result: import('./messages.mjs').Assessment, heading: HTMLElement } | null} */
  #filled = null
  /** Set while one answer is changed from the result: Next then leads back to it. */
  #isChanging = false
  #listeners = new AbortController()
  #askBeforeLeaving = (/** @type {BeforeUnloadEvent} */ event) => event.preventDefault()

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root
    this.#form = part(root, 'form', HTMLFormElement)
    this.#screens = parts(root, '[data-screen]')
    this.#words = readWords(root)
    this.#progress = new Progress(root, this.#screens.length, this.#words)
    this.#waiting = new Waiting(root, this.#words)
    const { client, started } = takeEngine(root)
    this.#client = client
    this.#ahead = new Ahead(client)
    this.#client.watch((loaded, total) => this.#waiting.count(loaded, total))
    this.#trail = new Trail(this.#screens[0].dataset.screen ?? '', (place) => this.#arrive(place))
    this.#listen()
    watchControls(this.#form)
    mountBodyMaps(this.#form)
    mountTakeAlong(root, this.#words, (details) => this.#client.fhir(readAnswers(this.#form), details))
    mountRegionSwitch(root, (region) => this.#say(this.#words('region_changed', { region })))
    this.#openLinksBeside()
    this.#markWhatStepsBack()
    this.#openPaper(false)
    this.#showScreen(this.#trail.here, { focus: false })
    if (started) this.#await(started)
    else this.#startOnIntent()
  }

  stop() {
    this.#listeners.abort()
    this.#trail.stop()
    this.#ahead.stop()
    this.#client.stop()
    delete document.body.dataset.selfCheck
    window.removeEventListener('beforeunload', this.#askBeforeLeaving)
  }

  #listen() {
    const { signal } = this.#listeners
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#next()
    }, { signal })
    this.#form.addEventListener('change', (event) => this.#answerChanged(event), { signal })
    for (const kind of ['change', 'input']) this.#form.addEventListener(kind, () => this.#askAhead(), { signal })
    this.#root.addEventListener('click', (event) => this.#clicked(event), { signal })
  }

  /** @param {MouseEvent} event */
  #clicked({ target }) {
    const button = target instanceof Element ? target.closest('button') : null
    if (!button) return
    if ('back' in button.dataset) this.#trail.back()
    if ('leave' in button.dataset) this.#leave()
    if ('tryAgain' in button.dataset) this.#tryAgain()
    if (button.dataset.change) this.#change(button.dataset.change)
  }

  /** @param {Event} event */
  #answerChanged({ target }) {
    const isKept = Object.keys(readAnswers(this.#form)).length > 0
    // Only while there is something to lose: the listener keeps browsers from freezing the page.
    if (isKept) window.addEventListener('beforeunload', this.#askBeforeLeaving)
    else window.removeEventListener('beforeunload', this.#askBeforeLeaving)
    this.#sayWhatCssShows(target)
  }

  /**
   * The first screen shows the advice by style alone; a screen reader has to be told.
   * @param {EventTarget | null} target
   */
  #sayWhatCssShows(target) {
    if (!(target instanceof HTMLInputElement) || !target.dataset.level || !target.checked) return
    const card = this.#root.querySelector(`[data-now="${target.dataset.level}"] strong`)
    if (card) this.#say(card.textContent)
  }

  // ------------------------------------------------------------------------------- the engine

  /** Start at the first sign that somebody will answer, and at the latest when the page is at rest. */
  #startOnIntent() {
    const warmUp = () => this.#await(this.#client.start())
    for (const sign of ['pointerdown', 'touchstart', 'focusin']) {
      this.#root.addEventListener(sign, warmUp, { once: true, passive: true, signal: this.#listeners.signal })
    }
    if (/** @type {any} */ (navigator).connection?.saveData) return
    const whenIdle = window.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 200))
    whenIdle(() => { if (this.#root.isConnected) warmUp() })
  }

  /** @param {Promise<void>} started */
  #await(started) {
    started.then(() => this.#root.dispatchEvent(new Event('self-check:ready', { bubbles: true })), () => this.#fallBack())
  }

  /**
   * What the engine says to the answers so far.
   * @returns {Promise<Step | null>} null when it cannot say, and the fallback is shown
   */
  async #ask() {
    this.#isBusy = true
    this.#waiting.start(() => this.#say(this.#words('waiting')))
    try {
      const step = await this.#ahead.step(readAnswers(this.#form))
      if (!this.#isOfThisPage(step)) throw new Error('page and engine are of two builds')
      for (const question of questionsIn(this.#form)) {
        if (!(idOf(question) in step.answers)) clearAnswer(question)
      }
      this.#showSoFar(step)
      return step
    } catch {
      this.#fallBack({ focus: true })
      return null
    } finally {
      this.#isBusy = false
      this.#waiting.stop()
    }
  }

  /** Once the screen can be left, its reply is fetched, so that Next need not wait for it. */
  #askAhead() {
    this.#ahead.ask(() => {
      const canLeave = this.#visibleQuestions().every((question) => readAnswer(question) !== undefined)
      return canLeave ? readAnswers(this.#form) : null
    }, (step, answers) => {
      const allApply = Object.keys(answers).every((question) => question in step.answers)
      if (step.kind === 'result' && allApply && this.#trail.here !== RESULT && this.#isOfThisPage(step)) this.#fill(step.result)
    })
  }

  /** @param {Step} step */
  #isOfThisPage(step) {
    return step.kind === 'result' ? canShow(this.#root, step.result) : this.#numberOf(step.screen) >= 0
  }

  // -------------------------------------------------------------------------- the way through

  async #next() {
    const from = this.#trail.here
    if (this.#isBusy || from === RESULT || showProblems(this.#root, this.#visibleQuestions(), this.#words)) return
    const step = await this.#ask()
    if (!step || this.#trail.here !== from) return // the reader has gone back meanwhile
    this.#emit('answered', { screen: from })
    if (step.kind === 'result') return this.#arriveAtResult(step, () => this.#trail.go(RESULT))
    this.#applying.set(step.screen, step.questions)
    const place = this.#isChanging ? step.screen : this.#following(from, step)
    this.#trail.go(place)
    this.#showScreen(place, { total: this.#totalOf(step) })
  }

  /**
   * After going back, the screens already answered are walked through again, not jumped over.
   * @param {string} from
   * @param {import('./messages.mjs').Ask} step
   */
  #following(from, step) {
    const here = this.#numberOf(from)
    const ahead = this.#numberOf(step.screen)
    return step.screens.find((screen) => here < this.#numberOf(screen) && this.#numberOf(screen) < ahead) ?? step.screen
  }

  /**
   * The browser's Back or Forward led here.
   * @param {string} place
   */
  async #arrive(place) {
    clearProblems(this.#root)
    if (place !== RESULT) {
      this.#isChanging = false
      return this.#showScreen(place)
    }
    const step = await this.#ask()
    if (!step || this.#trail.here !== RESULT) return
    if (step.kind === 'result') return this.#arriveAtResult(step)
    this.#applying.set(step.screen, step.questions)
    this.#trail.stand(step.screen)
    this.#showScreen(step.screen, { total: this.#totalOf(step) })
  }

  /**
   * @param {import('./messages.mjs').Result} step
   * @param {() => void} [move]
   */
  #arriveAtResult({ result }, move = () => {}) {
    move()
    this.#isChanging = false
    clearTakeAlong(this.#root)
    this.#setState('result')
    const shown = part(this.#root, '[data-result]', HTMLElement)
    shown.toggleAttribute('data-first-frame', true)
    requestAnimationFrame(() => setTimeout(() => shown.removeAttribute('data-first-frame')))
    show(shown, true)
    show(this.#form, false)
    this.#focus(this.#fill(result))
    this.#emit('result', { disposition: result.disposition })
  }

  /**
   * Write a result into its place, unless it stands there already.
   * @param {import('./messages.mjs').Assessment} result
   * @returns {HTMLElement} its heading
   */
  #fill(result) {
    if (this.#filled?.result !== result) {
      this.#filled = null // whatever fails on the way is not kept
      this.#filled = { result, heading: fillResult(this.#root, result, this.#words) }
    }
    return this.#filled.heading
  }

  /** @param {string} question */
  #change(question) {
    const screen = part(this.#form, `[data-question="${CSS.escape(question)}"]`, HTMLElement).closest('[data-screen]')
    if (!(screen instanceof HTMLElement)) return
    this.#isChanging = true
    this.#trail.go(screen.dataset.screen ?? '')
    this.#showScreen(this.#trail.here)
  }

  /**
   * @param {string} place
   * @param {{ focus?: boolean, total?: number }} [options]
   */
  #showScreen(place, { focus = true, total } = {}) {
    clearProblems(this.#root)
    this.#setState(this.#trail.isAtStart ? 'start' : 'asking')
    show(this.#form, true)
    show(part(this.#root, '[data-result]', HTMLElement), false)
    show(part(this.#root, '[data-fallback]', HTMLElement), false)
    show(part(this.#form, '[data-back]', HTMLElement), !this.#trail.isAtStart)
    const screen = this.#screens[this.#numberOf(place)]
    showOnly(this.#screens, (other) => other === screen)
    this.#form.toggleAttribute('data-at-first', screen === this.#screens[0])
    const applying = this.#applying.get(place)
    showOnly(questionsIn(screen), (question) => !applying || applying.includes(idOf(question)))
    part(this.#form, '[data-next-text]', HTMLElement).textContent = this.#words(this.#isChanging ? 'save_change' : 'next')
    this.#progress.show(this.#answeredBefore(place).length + 1, total)
    if (focus) this.#focus(part(screen, '[data-title]', HTMLElement))
    this.#askAhead()
  }

  // ------------------------------------------------------------------------------- small parts

  /** @param {Step} step */
  #showSoFar(step) {
    const level = step.kind === 'ask' ? step.so_far : null
    showOnly(parts(this.#root, '[data-so-far]'), (note) => note.dataset.soFar === level)
  }

  /** @param {{ focus?: boolean }} [options] */
  #fallBack({ focus = false } = {}) {
    const notice = part(this.#root, '[data-fallback]', HTMLElement)
    if (notice.hidden) {
      this.#showScreen(this.#screens[0].dataset.screen ?? '', { focus: false })
      this.#setState('fallback')
      notice.hidden = false
      part(notice, '[data-fallback-kept]', HTMLElement).hidden = this.#trail.isAtStart
      this.#openPaper(true)
      this.#say(this.#words('fallback_heading'))
    }
    if (focus) this.#focus(part(notice, '[data-fallback-heading]', HTMLElement))
  }

  async #tryAgain() {
    const place = this.#trail.here
    if (place === RESULT) return this.#arrive(place)
    this.#showScreen(place)
    this.#openPaper(false)
    if (this.#trail.isAtStart) {
      this.#waiting.start(() => this.#say(this.#words('waiting')))
      await this.#client.start().catch(() => this.#fallBack({ focus: true }))
      this.#waiting.stop()
    } else await this.#next()
  }

  /** Wipe everything and go to a page that tells nothing. */
  #leave() {
    window.removeEventListener('beforeunload', this.#askBeforeLeaving)
    this.#form.reset()
    this.#filled = null
    clearTakeAlong(this.#root)
    part(this.#root, '[data-result]', HTMLElement).hidden = true
    for (const said of parts(this.#root, '[data-said]')) said.textContent = ''
    this.stop()
    location.replace(this.#root.dataset.home ?? './')
  }

  /** @param {boolean} open */
  #openPaper(open) {
    const paper = this.#root.querySelector('[data-paper]')
    if (paper instanceof HTMLDetailsElement) paper.open = open
  }

  /** A link that led away would cost the reader the answers. */
  #openLinksBeside() {
    for (const link of this.#root.querySelectorAll('a')) {
      if (!link.protocol.startsWith('http') || link.pathname === location.pathname) continue
      link.target = '_blank'
      link.rel = 'noopener'
    }
  }

  /** Named one by one, for a rule about everything but the self-check would restyle the whole page. */
  #markWhatStepsBack() {
    for (const beside of document.querySelectorAll('.article .prose > :not(.self-check, h1)')) {
      beside.classList.add('steps-back')
    }
  }

  #visibleQuestions() {
    return questionsIn(this.#screens[this.#numberOf(this.#trail.here)]).filter((question) => !question.hidden)
  }

  /** @param {string} screen */
  #numberOf(screen) {
    return this.#screens.findIndex((other) => other.dataset.screen === screen)
  }

  /** @param {string} screen */
  #answeredBefore(screen) {
    return this.#screens.slice(0, this.#numberOf(screen)).filter((other) => Object.keys(readAnswers(other)).length)
  }

  /** @param {import('./messages.mjs').Ask} step */
  #totalOf(step) {
    return step.screens.filter((screen) => screen !== step.screen).length + step.left
  }

  /** @param {'start' | 'asking' | 'result' | 'fallback'} state */
  #setState(state) {
    this.#root.setAttribute('state', state)
    document.body.dataset.selfCheck = state // the frame of the page steps back
  }

  /** @param {HTMLElement} heading */
  #focus(heading) {
    heading.focus({ preventScroll: true })
    this.#root.scrollIntoView({ block: 'start' })
  }

  /** @param {string} text */
  #say(text) {
    part(this.#root, '[data-status]', HTMLElement).textContent = text
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} detail
   */
  #emit(name, detail) {
    this.#root.dispatchEvent(new CustomEvent(`self-check:${name}`, { bubbles: true, detail }))
  }
}
