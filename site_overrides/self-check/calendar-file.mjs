/**
 * A day with a reminder in the morning, as a calendar file (RFC 5545).
 *
 * @param {{ title: string, text: string, day: Date }} event
 * @returns {string}
 */
export function calendarFile({ title, text, day }) {
  const now = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const next = new Date(day)
  next.setDate(next.getDate() + 1)
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//self-check//EN',
    'BEGIN:VEVENT',
    `UID:${now}-${Math.random().toString(36).slice(2)}@self-check`,
    `DTSTAMP:${now}`,
    `DTSTART;VALUE=DATE:${dateOnly(day)}`,
    `DTEND;VALUE=DATE:${dateOnly(next)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:PT9H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].map(folded).join('\r\n')
}

/** @param {Date} day in local time */
function dateOnly(day) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0')
  return `${day.getFullYear()}${two(day.getMonth() + 1)}${two(day.getDate())}`
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/**
 * Lines are at most 75 bytes; the next begins with a space. No character is cut in two.
 * @param {string} line
 */
function folded(line) {
  const encoder = new TextEncoder()
  let room = 75
  return [...line].map((character) => {
    const bytes = encoder.encode(character).length
    room -= bytes
    if (room >= 0) return character
    room = 74 - bytes
    return `\r\n ${character}`
  }).join('')
}
