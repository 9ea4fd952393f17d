/** The result as text, for a clinician or a note: made from what the page shows. */

import { part, parts } from '../part.mjs'
import { shownCard } from './result.mjs'

/**
 * @param {HTMLElement} root
 * @param {import('../words.mjs').Words} words
 */
export function summaryText(root, words) {
  const card = shownCard(root)
  const level = part(card, '[data-level-heading]', HTMLElement).textContent
  const pattern = root.querySelector('[data-pattern]:not([hidden]) h3')?.textContent ?? ''
  const checkAgain = card.querySelector('[data-check-again]')?.textContent ?? ''
  return [
    [words('title'), text(part(root, '[data-made-on]', HTMLElement)), words('not_a_diagnosis')],
    [level.toUpperCase(), pattern, checkAgain],
    [words('why_heading').toUpperCase(), ...bullets(parts(root, '[data-rule]:not([hidden]) [data-because]'))],
    [words('do').toUpperCase(), ...bullets(parts(card, '[data-do] > li'))],
    [words('unsure_heading').toUpperCase(), ...bullets(parts(root, '[data-unsure]:not([hidden])'))],
    [words('answers_heading').toUpperCase(), ...parts(root, '[data-answer]:not([hidden])').map(answerLine)],
  ]
    .map((lines) => lines.filter(Boolean))
    .filter((lines) => lines.length > 1)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** @param {HTMLElement} row */
function answerLine(row) {
  return `- ${text(part(row, 'dt', HTMLElement))} ${text(part(row, '[data-said]', HTMLElement))}`
}

/** @param {HTMLElement[]} elements */
function bullets(elements) {
  return elements.map((element) => `- ${text(element)}`)
}

/** @param {HTMLElement} element */
function text(element) {
  return element.textContent.replace(/\s+/g, ' ').trim()
}
