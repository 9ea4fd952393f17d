/**
 * Time the assessment in the published engine. Prints microseconds as JSON.
 *
 *   node in-pyodide.mjs '{"folder": …, "timing": …}'
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addSources, runAsCommand, startPyodide, withWheel } from '../../generator/engine/node/start-pyodide.mjs'

/** @param {{ folder: string, timing: string }} order */
async function timeInPyodide({ folder, timing }) {
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl')) ?? ''
  const pyodide = await startPyodide(folder, withWheel(join(folder, wheel)))
  addSources(pyodide, timing)
  const { timed } = pyodide.pyimport('assessing')
  const found = timed(readFileSync(join(folder, 'protocol.json'), 'utf8'))
  console.log(JSON.stringify(found.toJs({ dict_converter: Object.fromEntries })))
}

await runAsCommand(() => timeInPyodide(JSON.parse(process.argv[2])))
