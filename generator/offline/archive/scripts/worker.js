// Stands before the worker's own script in the offline archive. From a disk only this kind of worker
// starts, and the runtime takes it for one that it does not know. It has all that the runtime needs.
self.importScripts = undefined;

const filesArrived = new Promise((resolve) => {
  self.addEventListener("message", (event) => {
    if (event.data.kind !== "files") return;
    event.stopImmediatePropagation();
    resolve(event.data.files);
  });
});

/** @param {string | URL} url */
async function kept(url) {
  const name = new URL(url).pathname.slice(1);
  const text = (await filesArrived)[name];
  if (text === undefined) throw new Error(`${name} is not in the archive`);
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
}

self.fetch = async (url) => {
  const isCompiled = String(url).endsWith(".wasm");
  const headers = { "Content-Type": isCompiled ? "application/wasm" : "application/octet-stream" };
  return new Response(await kept(url), { headers });
};

/** @param {string} url */
async function importKept(url) {
  const script = await new Response(await kept(url)).blob();
  return import(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
}
