import { parts, showOnly } from '../part.mjs'

/**
 * Show how the days usually go on, and where the reader stands in them.
 * @param {HTMLElement} root
 * @param {string} pattern
 * @param {number | null} day days since it began
 */
export function showCourse(root, pattern, day) {
  showOnly(parts(root, '[data-course]'), (course) => course.dataset.course === pattern && (day ?? 0) <= Number(course.dataset.lastDay))
  for (const stretch of parts(root, '[data-first-day]')) {
    const isHere = day !== null && Number(stretch.dataset.firstDay) <= day && day <= Number(stretch.dataset.lastDay)
    if (isHere) stretch.setAttribute('aria-current', 'step')
    else stretch.removeAttribute('aria-current')
    for (const mark of parts(stretch, '[data-here-mark]')) mark.hidden = !isHere
  }
  for (const mark of root.querySelectorAll('[data-here]')) {
    mark.setAttribute('visibility', mark.getAttribute('data-here') === String(day) ? 'visible' : 'hidden')
  }
}
