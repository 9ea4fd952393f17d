/** Start Pyodide in Node, with Python sources of ours at hand. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where our build-time Python stands inside the interpreter. */
const SOURCES = '/build'

/**
 * Start the runtime of the npm package. The hash seed is fixed, so that two builds give the same bytes.
 * @param {string} runtime folder of the npm package, or of a finished bundle
 * @param {object} [options] more options of `loadPyodide`
 */
export async function startPyodide(runtime, options = {}) {
  const { loadPyodide } = await import(pathToFileURL(join(runtime, 'pyodide.mjs')).href)
  return await loadPyodide({
    indexURL: runtime,
    env: { PYTHONHASHSEED: '0', PYTHONNODEBUGRANGES: '1' },
    ...options,
  })
}

/**
 * Options of `startPyodide` that put a wheel onto the path as the page's loader does.
 * @param {string} wheel
 */
export function withWheel(wheel) {
  return {
    env: { PYTHONHASHSEED: '0', PYTHONNODEBUGRANGES: '1', HOME: '/home/pyodide', PYTHONPATH: '/package.whl' },
    packages: [],
    fsInit: async (/** @type {any} */ FS) => FS.writeFile('/package.whl', readFileSync(wheel)),
  }
}

/**
 * Make a folder of Python modules importable.
 * @param {any} pyodide
 * @param {string} folder
 */
export function addSources(pyodide, folder) {
  copyFolder(pyodide, folder, SOURCES)
  pyodide.runPython(`import sys; sys.path.append(${JSON.stringify(SOURCES)})`)
}

/**
 * Copy a folder into the interpreter's file system.
 * @param {any} pyodide
 * @param {string} from
 * @param {string} to
 */
export function copyFolder(pyodide, from, to) {
  pyodide.FS.mkdirTree(to)
  for (const name of readdirSync(from).sort()) {
    if (name === '__pycache__') continue
    const source = join(from, name)
    const target = `${to}/${name}`
    if (statSync(source).isDirectory()) copyFolder(pyodide, source, target)
    else pyodide.FS.writeFile(target, readFileSync(source))
  }
}

/**
 * Do a command's work, then end the process: Pyodide would keep it alive.
 * An error is printed without the source line that Node adds, which is a megabyte of minified code.
 * @param {() => Promise<void>} work
 */
export async function runAsCommand(work) {
  try {
    await work()
    process.exit(process.exitCode ?? 0)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
}
