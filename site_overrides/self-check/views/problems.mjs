/** What is still missing on a screen: a summary on top, and a line at each question. */

import { part, parts, show } from '../part.mjs'
import { firstControl, problemOf } from './question.mjs'

/**
 * Show the problems of these questions, and take the reader to the summary.
 * @param {HTMLElement} root
 * @param {HTMLElement[]} questions
 * @param {import('../words.mjs').Words} words
 * @returns {boolean} whether there are any
 */
export function showProblems(root, questions, words) {
  clearProblems(root)
  const found = questions.filter((question) => {
    const problem = problemOf(question, words)
    if (problem) mark(question, problem)
    return problem
  })
  if (!found.length) return false
  part(root, '[data-problem-list]', HTMLElement).replaceChildren(...found.map(linkTo))
  const summary = part(root, '[data-problems]', HTMLElement)
  show(summary, true)
  summary.focus()
  return true
}

/** @param {HTMLElement} root */
export function clearProblems(root) {
  show(part(root, '[data-problems]', HTMLElement), false)
  for (const question of parts(root, '[data-has-problem]')) mark(question, '')
}

/**
 * @param {HTMLElement} question
 * @param {string} problem
 */
function mark(question, problem) {
  const line = part(question, '[data-problem]', HTMLElement)
  line.textContent = problem
  show(line, Boolean(problem))
  question.toggleAttribute('data-has-problem', Boolean(problem))
  const control = firstControl(question)
  if (problem) control.setAttribute('aria-invalid', 'true')
  else control.removeAttribute('aria-invalid')
}

/** @param {HTMLElement} question */
function linkTo(question) {
  const link = document.createElement('a')
  const control = firstControl(question)
  link.href = `#${control.id}`
  const asked = question.querySelector('[data-question-text]')?.textContent ?? ''
  link.textContent = `${asked} ${question.querySelector('[data-problem]')?.textContent ?? ''}`
  link.addEventListener('click', (event) => {
    event.preventDefault() // no step in the history for this
    control.focus()
  })
  const item = document.createElement('li')
  item.append(link)
  return item
}
