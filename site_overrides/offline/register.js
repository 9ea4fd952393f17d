// Keeps the site on this device, so that it works without a network. Without it, nothing is lost.
{
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const site = new URL("..", script.src);
  const workers = navigator.serviceWorker;

  /** Longest wait for an engine, in milliseconds: it may not start at all. */
  const PATIENCE = 20_000;

  // From a folder on a disk, or over plain http, there are no service workers.
  if (workers && window.isSecureContext && location.protocol.startsWith("http")) {
    keepSite().catch(() => {}); // refused by the browser or its owner: the site works as before
  }

  async function keepSite() {
    await pageIsServed();
    const registration = await workers.register(new URL("service-worker.js", site), {
      scope: site.pathname,
      updateViaCache: "none",
    });
    if (registration.waiting && workers.controller) takeUpdate(registration.waiting);
    if (/** @type {any} */ (navigator).connection?.saveData) return;
    // The engine weighs more than all pages. It is kept once a reader has come to where it is used.
    if (document.querySelector("[data-engine]")) {
      const { active } = await workers.ready;
      active?.postMessage("keep everything");
    }
  }

  /** What the reader came for goes first: the page, and on the page of the engine the engine. */
  function pageIsServed() {
    return new Promise((resolve) => {
      if (document.querySelector("[data-engine]")) {
        addEventListener("self-check:ready", resolve, { once: true });
        setTimeout(resolve, PATIENCE);
      } else if (document.readyState === "complete") resolve(undefined);
      else addEventListener("load", resolve, { once: true });
    });
  }

  /**
   * A newer site lies ready, and nobody has done anything on this page yet: it can be the first of the
   * new site, if no other page of the old one is open. The page that led here may take a moment to go.
   *
   * @param {ServiceWorker} waiting
   */
  function takeUpdate(waiting) {
    let isTouched = false;
    for (const sign of ["pointerdown", "keydown", "input"]) {
      addEventListener(sign, () => { isTouched = true; }, { capture: true, once: true });
    }
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    const ask = () => {
      if (!isTouched) waiting.postMessage("take over if alone");
    };
    // Not while the older worker still hands out parts of this page: Chromium then may never let it go.
    const askWhenAtRest = () => [300, 1000, 2000].forEach((wait) => setTimeout(ask, wait));
    if (document.readyState === "complete") askWhenAtRest();
    else addEventListener("load", askWhenAtRest, { once: true });
  }
}
