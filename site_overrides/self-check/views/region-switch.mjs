/** Whose phone numbers are shown. The choice changes the page and is kept nowhere. */

import { parts } from '../part.mjs'

/**
 * @param {HTMLElement} root
 * @param {(name: string) => void} onChange
 */
export function mountRegionSwitch(root, onChange) {
  const select = root.querySelector('[data-region-choice]')
  if (!(select instanceof HTMLSelectElement)) return
  select.addEventListener('change', (event) => {
    event.stopPropagation()
    const chosen = select.selectedOptions[0]
    dial('emergency', chosen.dataset.emergency ?? '', chosen.dataset.emergencyTel ?? '')
    dial('helpline', chosen.dataset.helpline ?? '', chosen.dataset.helplineTel ?? '')
    onChange(chosen.text)
  })
}

/**
 * @param {string} kind
 * @param {string} words
 * @param {string} number empty where there is no single number
 */
function dial(kind, words, number) {
  for (const place of parts(document, `[data-region-word="${kind}"]`)) {
    place.textContent = words
    if (place instanceof HTMLAnchorElement) setNumber(place, number)
  }
  for (const button of parts(document, `[data-region-tel="${kind}"]`)) {
    if (button instanceof HTMLAnchorElement) setNumber(button, number)
    button.hidden = !number
  }
}

/**
 * @param {HTMLAnchorElement} link
 * @param {string} number
 */
function setNumber(link, number) {
  if (number) link.href = `tel:${number}`
  else link.removeAttribute('href')
}
