/** Take the result along: on paper, as text, as files. All is made on the device. */

import { calendarFile } from '../calendar-file.mjs'
import { part, parts } from '../part.mjs'
import { saveFile } from '../save-file.mjs'
import { clearClinicFile, mountClinicFile } from './clinic-file.mjs'
import { checkAgainDay, shownCard } from './result.mjs'
import { summaryText } from './summary.mjs'

/**
 * @param {HTMLElement} root
 * @param {import('../words.mjs').Words} words
 * @param {(details: import('../messages.mjs').FhirDetails) => Promise<object>} makeClinicFile
 */
export function mountTakeAlong(root, words, makeClinicFile) {
  mountClinicFile(root, words, makeClinicFile)
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
  clearClinicFile(root)
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
  saveFile('check-again.ics', 'text/calendar', file)
}
