/**
 * Start an engine as it is published, with nothing but its own files, and hold interviews with it.
 * Prints the dispositions that the interviews came to, as JSON.
 *
 *   node check-bundle.mjs '{"folder": …, "wheel": …, "protocol": …}'
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addSources, runAsCommand, startPyodide, withWheel } from './start-pyodide.mjs'

/**
 * @typedef {object} Order
 * @property {string} folder folder of the engine's files
 * @property {string} wheel name of the compiled wheel
 * @property {string} protocol file of the compiled protocol
 */

/** @param {Order} order */
async function checkBundle({ folder, wheel, protocol }) {
  const pyodide = await startPyodide(folder, withWheel(join(folder, wheel)))
  addSources(pyodide, join(import.meta.dirname, '..', 'inside_pyodide'))
  console.log(pyodide.pyimport('interview_walk').walk(readFileSync(protocol, 'utf8')))
}

await runAsCommand(() => checkBundle(JSON.parse(process.argv[2])))
