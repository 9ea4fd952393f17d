/** The result: of what the page holds, the parts that the engine named. */

import { part, parts, show, showOnly } from '../part.mjs'
import { changeSentence } from './changes.mjs'
import { showCourse } from './course.mjs'
import { answerInWords, idOf, questionsIn, readAnswer } from './question.mjs'

/** @typedef {import('../messages.mjs').Assessment} Assessment */

/**
 * Whether this page holds all that the result names. A page kept from an older build may not.
 * @param {HTMLElement} root
 * @param {Assessment} result
 */
export function canShow(root, result) {
  const named = [`[data-disposition="${result.disposition}"]`, `[data-pattern="${CSS.escape(result.pattern)}"]`]
  for (const { id } of result.rules) named.push(`[data-rule="${CSS.escape(id)}"]`)
  return result.protocol.version === root.dataset.version && named.every((selector) => root.querySelector(selector))
}

/**
 * @param {HTMLElement} root
 * @param {Assessment} result
 * @param {import('../words.mjs').Words} words
 * @returns {HTMLElement} its heading
 */
export function fillResult(root, result, words) {
  const card = part(root, `[data-disposition="${result.disposition}"]`, HTMLElement)
  showOnly(parts(root, '[data-disposition]'), (other) => other === card)
  part(card, '[data-slot="pattern"]', HTMLElement).append(part(root, '[data-pattern-part]', HTMLElement))
  showOnly(parts(root, '[data-pattern]'), (pattern) => pattern.dataset.pattern === result.pattern)

  const course = part(root, '[data-course-part]', HTMLElement)
  const isShown = showCourse(course, result.pattern, daysSinceOnset(root))
  const slot = card.querySelector('[data-slot="course"]')
  if (slot instanceof HTMLElement) {
    show(slot, isShown) // empty, it would take up room
    slot.append(course)
  } else part(root, '[data-pattern-parts]', HTMLElement).append(course)

  showCheckAgain(card, words)
  showRules(root, result)
  showChanges(root, result, words)
  // Beside an emergency nothing invites to think it over.
  const unsure = result.disposition === 'emergency' ? [] : result.unsure
  showOnly(parts(root, '[data-unsure]'), (item) => unsure.includes(item.dataset.unsure ?? ''))
  show(part(root, '[data-unsure-part]', HTMLElement), unsure.length > 0)
  showAnswers(root)
  const { version = '' } = root.dataset
  part(root, '[data-made-on]', HTMLElement).textContent = words('made_on', {
    date: inWords(new Date(), words), title: words('title'), version,
  })
  return part(card, '[data-level-heading]', HTMLElement)
}

/**
 * The card that is shown.
 * @param {HTMLElement} root
 */
export function shownCard(root) {
  return part(root, '[data-disposition]:not([hidden])', HTMLElement)
}

/**
 * The day to check again, if the card names one.
 * @param {HTMLElement} card
 */
export function checkAgainDay(card) {
  const days = Number(part(card, '[data-check-again]', HTMLElement).dataset.checkAgain)
  const day = new Date()
  day.setDate(day.getDate() + days)
  return day
}

/**
 * In the page's language: its words stand around the date.
 * @param {Date} day
 * @param {import('../words.mjs').Words} words
 */
function inWords(day, words) {
  return day.toLocaleDateString(words('date_language'), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

/**
 * @param {HTMLElement} card
 * @param {import('../words.mjs').Words} words
 */
function showCheckAgain(card, words) {
  const line = card.querySelector('[data-check-again]')
  if (line) line.textContent = words('check_again_text', { date: inWords(checkAgainDay(card), words) })
}

/**
 * @param {HTMLElement} root
 * @param {Assessment} result
 */
function showRules(root, result) {
  const list = part(root, '[data-rules]', HTMLElement)
  const fired = result.rules.map((rule) => rule.id)
  if (result.by_default) fired.unshift('')
  showOnly(parts(list, '[data-rule]'), (rule) => fired.includes(rule.dataset.rule ?? ''))
  // Most urgent first, as the engine has them.
  list.append(...fired.map((id) => part(list, `[data-rule="${CSS.escape(id)}"]`, HTMLElement)))
}

/**
 * @param {HTMLElement} root
 * @param {Assessment} result
 * @param {import('../words.mjs').Words} words
 */
function showChanges(root, result, words) {
  for (const key of /** @type {const} */ (['raises', 'lowers'])) {
    const group = part(root, `[data-change-group="${key}"]`, HTMLElement)
    show(group, result[key].length > 0)
    const items = result[key].map((change) => {
      const item = document.createElement('li')
      item.textContent = changeSentence(root, change, words)
      return item
    })
    part(group, '[data-change-list]', HTMLElement).replaceChildren(...items)
  }
  show(part(root, '[data-changes]', HTMLElement), result.raises.length + result.lowers.length > 0)
}

/** @param {HTMLElement} root */
function showAnswers(root) {
  for (const question of questionsIn(root)) {
    const row = part(root, `[data-answer="${CSS.escape(idOf(question))}"]`, HTMLElement)
    show(row, readAnswer(question) !== undefined)
    part(row, '[data-said]', HTMLElement).textContent = answerInWords(question).join('; ')
  }
}

/**
 * @param {HTMLElement} root
 * @returns {number | null}
 */
function daysSinceOnset(root) {
  const question = root.querySelector('[data-kind="time-since"]')
  const answer = question instanceof HTMLElement ? readAnswer(question) : undefined
  return typeof answer === 'number' ? answer : null
}
