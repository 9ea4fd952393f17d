import { part } from './part.mjs'

/** @typedef {(key: string, values?: Record<string, string | number>) => string} Words */

/**
 * The words that a script fills in. They stand in the page, written from its language's file.
 * @param {ParentNode} root
 * @returns {Words}
 */
export function readWords(root) {
  const { content } = part(root, 'template[data-words]', HTMLTemplateElement)
  return (key, values = {}) => fill(part(content, `[data-word="${key}"]`, HTMLElement).textContent, values)
}

/**
 * @param {string} text with names in braces
 * @param {Record<string, string | number>} values
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (name, key) => String(values[key] ?? name))
}
