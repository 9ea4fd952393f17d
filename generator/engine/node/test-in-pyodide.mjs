/**
 * Run a wheel's unit tests on the Python that runs in browsers.
 *
 *   node test-in-pyodide.mjs '{"runtime": …, "wheel": …, "root": …, "tests": ["tests/unit/x"], "python_packages": …}'
 *
 * The exit code is pytest's.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addSources, runAsCommand, startPyodide } from './start-pyodide.mjs'

/**
 * @typedef {object} Order
 * @property {string} runtime folder of the npm package `pyodide`, with the whole standard library
 * @property {string} wheel the wheel under test, as it is published
 * @property {string} root folder of the checkout: what the tests read stands there
 * @property {string[]} tests folders or files with tests, as seen from `root`
 * @property {string} python_packages `site-packages` folder that holds pytest and what it needs
 * @property {string[]} [options] more options for pytest
 */

/** @param {Order} order */
async function testInPyodide(order) {
  const pyodide = await startPyodide(order.runtime)
  const installed = pyodide.runPython('import site; site.getsitepackages()[0]')
  pyodide.unpackArchive(new Uint8Array(readFileSync(order.wheel)), 'wheel', { extractDir: installed })
  mount(pyodide, order.root, '/checkout')
  mount(pyodide, order.python_packages, '/packages')
  addSources(pyodide, join(import.meta.dirname, '..', 'inside_pyodide'))
  const { run_tests } = pyodide.pyimport('unit_tests')
  process.exitCode = run_tests('/checkout', '/packages', order.tests, order.options ?? [])
}

/**
 * @param {any} pyodide
 * @param {string} folder
 * @param {string} at
 */
function mount(pyodide, folder, at) {
  pyodide.FS.mkdirTree(at)
  pyodide.mountNodeFS(at, folder)
}

await runAsCommand(() => testInPyodide(JSON.parse(process.argv[2])))
