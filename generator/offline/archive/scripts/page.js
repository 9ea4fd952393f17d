// Stands before the scripts of a page in the offline archive.
const thisScript = document.currentScript;

/** The worker of the engine, from memory: browsers start none from a disk. */
class WorkerFromMemory extends Worker {
  constructor() {
    super(URL.createObjectURL(new Blob([WORKER_TEXT], { type: "text/javascript" })));
    loadEngineFiles().then(
      (files) => super.postMessage({ kind: "files", files }),
      () => this.dispatchEvent(new ErrorEvent("error", { message: "the engine is not there" })),
    );
  }

  /** @param {{ kind: string }} message */
  postMessage(message) {
    // What is in memory has no address. The engine needs one to name its files by.
    super.postMessage(
      message.kind === "start" ? { ...message, engineUrl: "https://archive.invalid/" } : message,
    );
  }
}

/** @returns {Promise<Record<string, string>>} by name, compressed and as text */
function loadEngineFiles() {
  return new Promise((resolve, reject) => {
    if (globalThis.engineFiles) return resolve(globalThis.engineFiles);
    const script = document.createElement("script");
    script.src = thisScript.dataset.engineScript;
    script.addEventListener("load", () => resolve(globalThis.engineFiles));
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}
