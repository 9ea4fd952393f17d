/**
 * Build the part of the engine that Python and its wheel decide: the cut standard library,
 * the compiled wheel and its lock.
 *
 *   node build-runtime.mjs '{"runtime": …, "micropip": …, "wheel": …, "entry": …, "kept": […], "left_out": […], "out": …}'
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { addSources, copyFolder, runAsCommand, startPyodide, withWheel } from './start-pyodide.mjs'

const INSIDE_PYODIDE = join(import.meta.dirname, '..', 'inside_pyodide')
const RUNTIME_FILES = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm']
const LOCK = 'pyodide-lock.json'
/** Where the lean library stands inside the interpreter. */
const LEAN_LIBRARY = '/lean'

/**
 * @typedef {object} Order
 * @property {string} runtime folder of the npm package `pyodide`
 * @property {string} micropip folder into which micropip is installed
 * @property {string} wheel the wheel to compile and freeze
 * @property {string} entry module that answers messages, such as `package.messages`
 * @property {string[]} kept standard-library modules to keep although nothing imports them at start
 * @property {string[]} left_out standard-library modules to leave out although something imports them
 * @property {string} out folder for the files, which exists
 */

/** @param {Order} order */
async function buildRuntime(order) {
  for (const name of RUNTIME_FILES) copyFileSync(join(order.runtime, name), join(order.out, name))
  const wheel = await freezeWheel(order)
  await cutStandardLibrary(order, wheel)
}

/**
 * Compile what the entry can import of the wheel, install it with micropip and write the frozen lock.
 * @param {Order} order
 * @returns {Promise<string>} the name of the compiled wheel
 */
async function freezeWheel(order) {
  const pyodide = await startPyodide(order.runtime)
  addSources(pyodide, INSIDE_PYODIDE)
  copyFolder(pyodide, order.micropip, '/lib/micropip')
  pyodide.runPython("import sys; sys.path.append('/lib/micropip')")

  const wheel = `/tmp/${basename(order.wheel)}`
  pyodide.FS.writeFile(wheel, readFileSync(order.wheel))
  const { compile_wheel, freeze_wheel } = pyodide.pyimport('frozen_wheel')
  const { Path } = pyodide.pyimport('pathlib')
  const compiled = compile_wheel(Path(wheel), Path('/tmp'), order.entry)
  const lock = await freeze_wheel(compiled)
  writeFileSync(join(order.out, compiled.name), pyodide.FS.readFile(String(compiled)))
  writeFileSync(join(order.out, LOCK), lock)
  return compiled.name
}

/**
 * Start the package as a browser will, use it, and keep the modules that this took.
 *
 * In two rounds: with the lean library in their place, fewer modules come into use than with the
 * runtime's own.
 * @param {Order} order
 * @param {string} wheel name of the compiled wheel
 */
async function cutStandardLibrary(order, wheel) {
  const started = withWheel(join(order.out, wheel))
  const whole = await startPyodide(order.runtime, { lockFileURL: join(order.out, LOCK), ...started })
  const cut = (/** @type {any} */ needed) => {
    const { cut_standard_library } = whole.pyimport('standard_library')
    const zip = cut_standard_library(needed, LEAN_LIBRARY, [packageOf(order), ...order.left_out])
    writeFileSync(join(order.out, 'python_stdlib.zip'), zip.toJs())
  }
  const inUse = modulesInUse(whole, order)
  copyFolder(whole, join(import.meta.dirname, '..', 'lean_library'), LEAN_LIBRARY)
  cut(inUse)
  cut(modulesInUse(await startPyodide(order.out, started), order))
}

/**
 * Use the package and name all modules that this took.
 * @param {any} pyodide
 * @param {Order} order
 * @returns {string[]}
 */
function modulesInUse(pyodide, { entry, kept }) {
  useWithErrors(pyodide, entry)
  addSources(pyodide, INSIDE_PYODIDE)
  const { modules_in_use } = pyodide.pyimport('modules_in_use')
  return modules_in_use(packageOf({ entry }), kept).toJs()
}

/** @param {Pick<Order, 'entry'>} order */
const packageOf = ({ entry }) => entry.split('.')[0]

/**
 * Take the paths that only go wrong: messages that are no messages, and an exception that
 * crosses into JavaScript. They import more than a good day does.
 * @param {any} pyodide
 * @param {string} entry
 */
function useWithErrors(pyodide, entry) {
  const messages = pyodide.pyimport(entry)
  for (const request of ["", "[]", "{}", '{"v": 0}', '{"v": 1, "kind": "é"}']) {
    try {
      messages.handle(request)
    } catch {
      // A raised error is an answer too: what matters is what it imports.
    }
  }
  try {
    pyodide.runPython("raise ExceptionGroup('x', [NameError('prnt', name='prnt')]) from KeyError('y')")
  } catch (error) {
    String(error)
  }
}

await runAsCommand(() => buildRuntime(JSON.parse(process.argv[2])))
