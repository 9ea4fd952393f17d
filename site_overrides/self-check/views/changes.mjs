/** What would change the advice, as sentences in the page's language: the engine names ids alone. */

import { part } from '../part.mjs'

/** @typedef {import('../messages.mjs').Change} Change */
/** @typedef {import('../messages.mjs').OtherAnswer} OtherAnswer */
/** @typedef {import('../words.mjs').Words} Words */

/**
 * @param {HTMLElement} root
 * @param {Change} change
 * @param {Words} words
 */
export function changeSentence(root, change, words) {
  const clauses = change.answers.map((other) => clause(root, other, words))
  const said = clauses.reduce((first, second) => words('change_and', { first, second: begunSmall(second) }))
  const heading = part(root, `[data-disposition="${change.disposition}"] [data-level-heading]`, HTMLElement)
  return words('change', { said, level: text(heading) })
}

/**
 * @param {HTMLElement} root
 * @param {OtherAnswer} other
 * @param {Words} words
 */
function clause(root, other, words) {
  const field = part(root, `[data-question="${CSS.escape(other.question)}"]`, HTMLElement)
  const question = text(part(field, '[data-question-text]', HTMLElement))
  const options = other.options.map((id) => optionText(field, id))
  switch (other.way) {
    case 'number':
      return words('change_number', { number: numberText(field, question, other, words), question })
    case 'without':
      return words('change_without', {
        answers: options.map((answer) => words('change_ticked', { answer })).reduce((first, second) => words('change_and', { first, second })),
      })
    case 'tick':
      return words('change_tick', { answer: options[0] })
    case 'tick-too':
      return words('change_tick_too', { answer: options[0] })
    case 'answer':
      return words('change_answer', { answer: options[0], question })
  }
}

/**
 * @param {HTMLElement} field
 * @param {string} question
 * @param {OtherAnswer} other
 * @param {Words} words
 */
function numberText(field, question, other, words) {
  const unit = field.querySelector('[data-unit]')?.textContent ?? ''
  const number = question.includes(unit) ? String(other.number) : `${other.number} ${unit}`
  return other.beyond ? words(`number_or_${other.beyond}`, { number }) : number
}

/**
 * @param {HTMLElement} field
 * @param {string} option
 */
function optionText(field, option) {
  const input = part(field, `input[value="${CSS.escape(option)}"]`, HTMLInputElement)
  return text(part(/** @type {HTMLElement} */ (input.closest('label')), '[data-option-text]', HTMLElement))
}

/** @param {string} words */
function begunSmall(words) {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** @param {HTMLElement} element */
function text(element) {
  return element.textContent.replace(/\s+/g, ' ').trim()
}
