/**
 * Start the engine: fetch its files side by side, check each, and hand them to the Python runtime.
 *
 * Runs in a module worker only. The runtime gets no network of its own: its `fetch` answers from
 * the checked files and refuses everything else.
 */

/** @typedef {'loader' | 'glue' | 'wasm' | 'standard-library' | 'lock' | 'package' | 'protocol'} Role */
/** @typedef {{ name: string, role: Role, bytes: number, sha256: string }} EngineFile */
/** @typedef {{ entry: string, bytes: number, files: EngineFile[] }} Manifest */
/** @typedef {{ loaded: number, total: number }} Progress bytes, before compression */
/** @typedef {{ call: (request: string) => string }} Engine JSON in, JSON out */

/** Where the wheel stands in the engine's own file system. */
const PACKAGE = '/package.whl'

/** A file is missing, cut short or not the one that was built. */
export class EngineFileError extends Error {
  /**
   * @param {string} file name of the file
   * @param {string} problem
   */
  constructor(file, problem) {
    super(`${file}: ${problem}`)
    this.name = 'EngineFileError'
    this.file = file
  }
}

/**
 * Start the engine.
 *
 * The caller needs a watchdog all the same: a browser that runs out of memory may say nothing.
 *
 * @param {string | URL} baseUrl folder of the engine's files, ending in a slash
 * @param {object} [options]
 * @param {Manifest} [options.manifest] default: fetched from `manifest.json` in that folder
 * @param {(progress: Progress) => void} [options.onProgress] called for every piece that arrives
 * @returns {Promise<Engine>}
 * @throws {EngineFileError} a file is missing or not the one that was built
 * @throws {WebAssembly.CompileError} the worker's content security policy lacks 'wasm-unsafe-eval'
 */
export async function startEngine(baseUrl, { manifest, onProgress = () => {} } = {}) {
  // Where WebAssembly may not run, Pyodide waits for ever. The smallest module there is fails at once.
  const allowed = WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))
  const base = new URL(baseUrl, self.location.href)
  const [files] = await Promise.all([manifest ?? fetchManifest(base), allowed])
  performance.mark('engine: manifest')
  const downloads = new Downloads(base, files, onProgress)

  const engine = bootPython(base, files, downloads)
  // Pyodide swallows a failed download and waits for ever; the downloads themselves do not.
  const failed = downloads.everything.then(() => engine)
  return await Promise.race([engine, failed])
}

/** @param {URL} base */
async function fetchManifest(base) {
  const url = new URL('manifest.json', base)
  const response = await fetch(url)
  if (!response.ok) throw new EngineFileError('manifest.json', `the server answered ${response.status}`)
  return /** @type {Manifest} */ (await response.json())
}

/**
 * @param {URL} base
 * @param {Manifest} manifest
 * @param {Downloads} downloads
 * @returns {Promise<Engine>}
 */
async function bootPython(base, manifest, downloads) {
  // The two scripts are imported from their URL, as a policy without inline code and blob: asks.
  // They were fetched and checked first, so that the browser has them in its cache.
  const imported = (/** @type {string} */ url) => downloads.bytes(url).then(() => import(url))
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    imported(downloads.url('loader')),
    imported(downloads.url('glue')),
  ])

  performance.mark('engine: scripts')
  self.fetch = downloads.fetch
  // The runtime would begin to compile only now. This has begun with the first piece that arrived.
  WebAssembly.instantiateStreaming = (_, imports) => downloads.instantiate(imports)
  const pyodide = await loadPyodide({
    indexURL: base.href,
    createPyodideModule,
    stdLibURL: downloads.url('standard-library'),
    lockFileURL: downloads.url('lock'),
    // Python imports from the archive as it is: unpacking it would take longer than all that is in it.
    env: { HOME: '/home/pyodide', PYTHONPATH: PACKAGE },
    packages: [],
    // Called when the runtime is compiled and before Python starts: it never does with a wrong file.
    fsInit: async (/** @type {any} */ FS) => {
      performance.mark('engine: compiled')
      await downloads.everything.catch(() => new Promise(() => {}))
      performance.mark('engine: files')
      FS.writeFile(PACKAGE, await downloads.bytes(downloads.url('package')), { canOwn: true })
    },
  })
  self.fetch = refuse
  performance.mark('engine: python')
  const messages = pyodide.pyimport(manifest.entry)
  performance.mark('engine: package')
  messages.open_protocol(new TextDecoder().decode(await downloads.bytes(downloads.url('protocol'))))
  performance.mark('engine: protocol')
  return { call: (request) => messages.handle(request) }
}

/** The runtime is complete: from here on, nothing can be fetched, and nothing is kept in memory for it. */
const refuse = async () => {
  throw new EngineFileError('fetch', 'the engine has no network')
}

/** All files of the engine, on their way. */
class Downloads {
  /** @type {Map<string, Download>} by URL */
  #byUrl = new Map()
  #total
  #loaded = 0
  #onProgress

  /**
   * @param {URL} base
   * @param {Manifest} manifest
   * @param {(progress: Progress) => void} onProgress
   */
  constructor(base, manifest, onProgress) {
    this.#total = manifest.bytes
    this.#onProgress = onProgress
    for (const file of manifest.files) {
      const url = new URL(file.name, base).href
      this.#byUrl.set(url, new Download(url, file, (bytes) => this.#count(bytes)))
    }
    /** Settles when every file is whole and checked; rejects with the first that is not. */
    this.everything = Promise.all([...this.#byUrl.values()].flatMap(({ bytes, module }) => [bytes, module]))
    this.everything.catch(() => {}) // whoever waits for it hears of it
  }

  /** @param {Role} role */
  url(role) {
    for (const [url, download] of this.#byUrl) if (download.file.role === role) return url
    throw new EngineFileError('manifest.json', `there is no file with the role "${role}"`)
  }

  /** @param {string} url */
  bytes(url) {
    return this.#download(url).bytes
  }

  /**
   * What the runtime uses in place of the network.
   * @param {RequestInfo | URL} resource
   * @returns {Promise<Response>}
   */
  fetch = async (resource) => this.#download(resource instanceof Request ? resource.url : String(resource)).response()

  /**
   * The runtime, as `WebAssembly.instantiateStreaming` would give it.
   * @param {WebAssembly.Imports} [imports]
   */
  async instantiate(imports = {}) {
    const module = /** @type {WebAssembly.Module} */ (await this.#download(this.url('wasm')).module)
    return { module, instance: await WebAssembly.instantiate(module, imports) }
  }

  /** @param {string} url */
  #download(url) {
    const download = this.#byUrl.get(url)
    if (!download) throw new EngineFileError(url, 'not one of the files of the engine')
    return download
  }

  /** @param {number} bytes */
  #count(bytes) {
    this.#loaded += bytes
    this.#onProgress({ loaded: this.#loaded, total: this.#total })
  }
}

/** One file on its way: counted as it arrives, checked when it is whole. */
class Download {
  /**
   * @param {string} url
   * @param {EngineFile} file
   * @param {(bytes: number) => void} onBytes
   */
  constructor(url, file, onBytes) {
    this.file = file
    const answer = fetch(url).then((response) => this.#found(response))
    // Order matters: the copy must be taken before anyone reads.
    const copy = file.role === 'wasm' ? answer.then((response) => response.clone()) : undefined
    /** Settles when the file is whole and checked. */
    this.bytes = answer.then((response) => this.#receive(response, onBytes))
    /**
     * Settles when WebAssembly is compiled. What is wrong with the file is told first.
     * @type {Promise<WebAssembly.Module> | undefined}
     */
    this.module = copy && compile(copy).catch((error) => this.bytes.then(() => Promise.reject(error)))
  }

  /**
   * The file as the runtime fetches it. WebAssembly it gets compiled instead.
   */
  async response() {
    return new Response(this.module ? null : await this.bytes)
  }

  /** @param {Response} response */
  #found(response) {
    if (response.ok && response.body) return response
    throw new EngineFileError(this.file.name, `the server answered ${response.status}`)
  }

  /**
   * @param {Response} response
   * @param {(bytes: number) => void} onBytes
   */
  async #receive(response, onBytes) {
    const whole = new Uint8Array(this.file.bytes)
    let received = 0
    const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader()
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (received + piece.value.length > whole.length) throw new EngineFileError(this.file.name, 'too long')
      whole.set(piece.value, received)
      received += piece.value.length
      onBytes(piece.value.length)
    }
    if (received < whole.length) throw new EngineFileError(this.file.name, 'cut short')
    // Browsers digest in secure contexts only. Elsewhere the length must do: whoever could change
    // the file on its way could change this script too.
    if (self.isSecureContext && (await sha256(whole)) !== this.file.sha256) {
      throw new EngineFileError(this.file.name, 'not the file that was built')
    }
    return whole
  }
}

/**
 * Compile WebAssembly as it comes, piece by piece. It is the server's own answer: browsers keep what
 * they compiled for the next visit only for an answer that we did not make.
 * @param {Promise<Response>} coming
 */
async function compile(coming) {
  const answer = await coming
  const isTyped = answer.headers.get('Content-Type')?.startsWith('application/wasm')
  const headers = { 'Content-Type': 'application/wasm' }
  return await WebAssembly.compileStreaming(isTyped ? answer : new Response(answer.body, { headers }))
}

/**
 * The digest in hexadecimal.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
