/** One question on the page. Its controls hold the answer: there is no second copy to keep in step. */

import { parts } from '../part.mjs'

/** @typedef {import('../messages.mjs').Answer} Answer */
/** @typedef {import('../messages.mjs').Answers} Answers */
/** @typedef {import('../words.mjs').Words} Words */

const NONE = 'none'

/**
 * @param {ParentNode} root
 * @returns {HTMLElement[]}
 */
export function questionsIn(root) {
  return parts(root, '[data-question]')
}

/** @param {HTMLElement} question */
export function idOf(question) {
  return question.dataset.question ?? ''
}

/**
 * All that was answered so far.
 * @param {ParentNode} root
 * @returns {Answers}
 */
export function readAnswers(root) {
  /** @type {Answers} */
  const answers = {}
  for (const question of questionsIn(root)) {
    const answer = readAnswer(question)
    if (answer !== undefined) answers[idOf(question)] = answer
  }
  return answers
}

/**
 * @param {HTMLElement} question
 * @returns {Answer | undefined} undefined while there is none that can be used
 */
export function readAnswer(question) {
  const chosen = ticked(question).map((input) => input.value)
  if (question.dataset.kind === 'choose-any') return chosen.length ? chosen : undefined
  const field = numberField(question)
  if (field?.value.trim()) return wholeNumber(question, field.value.trim())
  if (question.dataset.kind === 'scale' && /^\d+$/.test(chosen[0])) return Number(chosen[0])
  return chosen[0]
}

/** @param {HTMLElement} question */
export function clearAnswer(question) {
  for (const input of ticked(question)) input.checked = false
  const field = numberField(question)
  if (field?.value) field.value = ''
}

/**
 * The answer in the words of the page.
 * @param {HTMLElement} question
 * @returns {string[]}
 */
export function answerInWords(question) {
  const field = numberField(question)
  if (field?.value.trim()) {
    const unit = question.querySelector('[data-unit]')?.textContent ?? ''
    const asked = question.querySelector('[data-question-text]')?.textContent ?? ''
    return [asked.includes(unit) ? field.value.trim() : `${field.value.trim()} ${unit}`]
  }
  return ticked(question)
    .map((input) => input.closest('label')?.querySelector('[data-option-text]')?.textContent ?? input.value)
}

/**
 * What keeps the question from being answered.
 * @param {HTMLElement} question
 * @param {Words} words
 * @returns {string} empty where nothing does
 */
export function problemOf(question, words) {
  if (readAnswer(question) !== undefined) return ''
  if (numberField(question)) {
    const { minimum = '', maximum = '' } = question.dataset
    return words('error_number', { minimum, maximum })
  }
  if (question.dataset.kind !== 'choose-any') return words('error_choose')
  const none = inputs(question).find((input) => input.value === NONE)
  const text = none?.closest('label')?.querySelector('[data-option-text]')?.textContent ?? ''
  return words('error_tick', { none: text })
}

/**
 * The control to go to when the question has a problem.
 * @param {HTMLElement} question
 */
export function firstControl(question) {
  return numberField(question) ?? inputs(question)[0]
}

/**
 * Keep the controls of a question in order: "none of these" stands alone, a number and "I'm not sure"
 * rule each other out, and the buttons beside a number count.
 * @param {HTMLElement} root
 */
export function watchControls(root) {
  root.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    const question = target.closest('[data-question]')
    if (question instanceof HTMLElement && target.checked) leaveOutOthers(question, target)
  })
  root.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'text') return
    for (const input of inputs(target.closest('[data-question]') ?? root)) input.checked = false
  })
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-add]') : null
    const question = button?.closest('[data-question]')
    if (button instanceof HTMLElement && question instanceof HTMLElement) {
      count(question, Number(button.dataset.add))
    }
  })
}

/**
 * @param {HTMLElement} question
 * @param {HTMLInputElement} chosen
 */
function leaveOutOthers(question, chosen) {
  const field = numberField(question)
  if (field) field.value = ''
  if (chosen.type !== 'checkbox') return
  for (const input of inputs(question)) {
    if (input !== chosen && (input.value === NONE || chosen.value === NONE)) input.checked = false
  }
}

/**
 * @param {HTMLElement} question
 * @param {number} step
 */
function count(question, step) {
  const field = numberField(question)
  if (!field) return
  const least = Number(question.dataset.minimum)
  const most = Number(question.dataset.maximum)
  const given = Number.parseInt(field.value, 10)
  const next = Number.isNaN(given) ? least + Math.max(step, 0) : given + step
  field.value = String(Math.min(Math.max(next, least), most))
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

/**
 * @param {HTMLElement} question
 * @param {string} text
 */
function wholeNumber(question, text) {
  const number = Number(text)
  const fits = /^\d+$/.test(text) && number >= Number(question.dataset.minimum) && number <= Number(question.dataset.maximum)
  return fits ? number : undefined
}

/** @param {ParentNode} question */
function inputs(question) {
  return /** @type {HTMLInputElement[]} */ (parts(question, 'input[type="radio"], input[type="checkbox"]'))
}

/** @param {ParentNode} question */
function ticked(question) {
  return /** @type {HTMLInputElement[]} */ (parts(question, 'input:checked'))
}

/**
 * @param {HTMLElement} question
 * @returns {HTMLInputElement | null}
 */
function numberField(question) {
  return question.querySelector('input[type="text"]')
}
