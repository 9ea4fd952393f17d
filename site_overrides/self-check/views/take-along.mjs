/** Take the result along: on paper, as text, and as a day in the calendar. All is made on the device. */

import { calendarFile } from '../calendar-file.mjs'
import { part, parts } from '../part.mjs'
import { checkAgainDay, shownCard } from './result.mjs'
import { summaryText } from './summary.mjs'

/**
 * @param {HTMLElement} root
 * @param {import('../words.mjs').Words} words
 */
export function mountTakeAlong(root, words) {
  part(root, '[data-print]', HTMLElement).addEventListener('click', () => window.print())
  part(root, '[data-copy]', HTMLElement).addEventListener('click', () => copy(root, words))
  for (const button of parts(root, '[data-calendar]')) {
    button.addEventListener('click', () => saveDay(checkAgainDay(shownCard(root)), words))
  }
}

/**
 * @param {HTMLElement} root
 */
export function clearTakeAlong(root) {
  const box = part(root, '[data-copy-text]', HTMLElement)
  box.hidden = true
  part(box, 'textarea', HTMLTextAreaElement).value = ''
  part(root, '[data-copy-said]', HTMLElement).hidden = true
}

/**
 * @param {HTMLElement} root
 * @param {import('../words.mjs').Words} words
 */
async function copy(root, words) {
  const text = summaryText(root, words)
  const said = part(root, '[data-copy-said]', HTMLElement)
  const isCopied = await navigator.clipboard?.writeText(text).then(() => true, () => false)
  said.textContent = words(isCopied ? 'copied' : 'copy_by_hand')
  said.hidden = false
  part(root, '[data-status]', HTMLElement).textContent = said.textContent
  const box = part(root, '[data-copy-text]', HTMLElement)
  const area = part(box, 'textarea', HTMLTextAreaElement)
  box.hidden = false
  area.value = text
  if (!isCopied) area.select()
}

/**
 * @param {Date} day
 * @param {import('../words.mjs').Words} words
 */
function saveDay(day, words) {
  const title = words('calendar_title', { title: words('title') })
  const page = location.origin + location.pathname
  const file = calendarFile({ title, text: `${words('calendar_text')} ${page}`, day })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }))
  link.download = 'check-again.ics'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
