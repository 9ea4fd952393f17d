/**
 * Find a part of the self-check that was written when the site was built.
 *
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 * @throws {Error} it is not there: page and script are not of one build
 */
export function part(root, selector, type) {
  const found = root.querySelector(selector)
  if (found instanceof type) return found
  throw new Error(`<self-check>: there is no ${type.name} "${selector}" in it. Build the site again.`)
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export function parts(root, selector) {
  return [...root.querySelectorAll(selector)].filter((found) => found instanceof HTMLElement)
}

/**
 * Writing what is so already would still have browsers restyle the part.
 * @param {HTMLElement} element
 * @param {boolean} isShown
 */
export function show(element, isShown) {
  if (element.hidden === isShown) element.hidden = !isShown
}

/**
 * Show of some parts only those that fit.
 * @param {HTMLElement[]} elements
 * @param {(element: HTMLElement) => boolean} fits
 */
export function showOnly(elements, fits) {
  for (const element of elements) show(element, fits(element))
}
