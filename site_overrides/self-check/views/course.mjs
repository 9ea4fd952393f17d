import { parts, show, showOnly } from '../part.mjs'

/**
 * Show how the days usually go on, and where the reader stands in them.
 * @param {HTMLElement} root
 * @param {string} pattern
 * @param {number | null} day days since it began
 * @returns {boolean} whether there is anything to show
 */
export function showCourse(root, pattern, day) {
  const courses = parts(root, '[data-course]')
  showOnly(courses, (course) => course.dataset.course === pattern && (day ?? 0) <= Number(course.dataset.lastDay))
  const shown = courses.find((course) => !course.hidden)
  if (!shown) return false
  for (const stretch of parts(shown, '[data-first-day]')) {
    const isHere = day !== null && Number(stretch.dataset.firstDay) <= day && day <= Number(stretch.dataset.lastDay)
    if (isHere) stretch.setAttribute('aria-current', 'step')
    else stretch.removeAttribute('aria-current')
    for (const mark of parts(stretch, '[data-here-mark]')) show(mark, isHere)
  }
  for (const mark of shown.querySelectorAll('[data-here]')) {
    mark.setAttribute('visibility', mark.getAttribute('data-here') === String(day) ? 'visible' : 'hidden')
  }
  return true
}
