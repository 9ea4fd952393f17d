/** The result as a file that a clinic's computer reads (HL7 FHIR). The engine writes it, on the device. */

import { part } from '../part.mjs'
import { saveFile } from '../save-file.mjs'

/** @typedef {import('../messages.mjs').FhirDetails} FhirDetails */
/** @typedef {import('../words.mjs').Words} Words */

/**
 * @param {HTMLElement} root
 * @param {Words} words
 * @param {(details: FhirDetails) => Promise<object>} make asks the engine
 */
export function mountClinicFile(root, words, make) {
  let isBusy = false
  part(root, '[data-save-fhir]', HTMLElement).addEventListener('click', async () => {
    if (isBusy) return
    isBusy = true
    say(root, await save(root, words, make))
    isBusy = false
  })
}

/** @param {HTMLElement} root */
export function clearClinicFile(root) {
  const said = part(root, '[data-save-said]', HTMLElement)
  said.hidden = true
  said.textContent = ''
}

/**
 * @param {HTMLElement} root
 * @param {Words} words
 * @param {(details: FhirDetails) => Promise<object>} make
 * @returns {Promise<string>} what came of it
 */
async function save(root, words, make) {
  const now = new Date()
  const { fhirQuestionnaire: questionnaire = '', fhirCodes: codes = '' } = root.dataset
  try {
    const resource = await make({
      authored: withZone(now),
      names: { questionnaire, codes },
      fill: { ...shown(root, 'emergency_number', 'emergency'), ...shown(root, 'helpline', 'helpline') },
    })
    const name = `self-check-${withZone(now).slice(0, 10)}.json`
    saveFile(name, 'application/fhir+json', `${JSON.stringify(resource, null, 2)}\n`)
    return words('saved', { name })
  } catch {
    return words('not_saved')
  }
}

/**
 * @param {HTMLElement} root
 * @param {string} text
 */
function say(root, text) {
  const said = part(root, '[data-save-said]', HTMLElement)
  said.textContent = text
  said.hidden = false
  part(root, '[data-status]', HTMLElement).textContent = text
}

/**
 * Whom to call, as the page shows it for the region that was chosen.
 * @param {HTMLElement} root
 * @param {string} name
 * @param {string} kind
 * @returns {Record<string, string>}
 */
function shown(root, name, kind) {
  const word = root.querySelector(`[data-region-word="${kind}"]`)?.textContent
  return word ? { [name]: word } : {}
}

/**
 * Local time with its time zone, as FHIR wants it.
 * @param {Date} time
 */
function withZone(time) {
  const ahead = -time.getTimezoneOffset()
  const local = new Date(time.getTime() + ahead * 60_000).toISOString().slice(0, 19)
  const two = (/** @type {number} */ number) => String(Math.trunc(number)).padStart(2, '0')
  return `${local}${ahead < 0 ? '-' : '+'}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`
}
