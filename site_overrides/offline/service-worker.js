/**
 * Answers for the site from this device. `RELEASE` stands before this text: the build writes it.
 *
 * One rule decides everything here: a reader never gets parts of two deployments together. All files of
 * a release lie in one cache, each was checked against its digest when it was put there, and the next
 * release takes over only when no page of this one is open.
 *
 * @typedef {object} Release
 * @property {string} id digest of all files
 * @property {Record<string, string>} first by path: the digests of what every page needs
 * @property {Record<string, string>} later by path: the digests of what is kept on request
 */

/** @type {Release} */
// @ts-expect-error - the build writes it
const release = RELEASE;
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const files = { ...release.first, ...release.later };
const scope = new URL(worker.registration.scope);
// Sites that share a server share its caches. The path tells them apart.
const prefix = `site ${scope.pathname} `;
const cacheName = prefix + release.id;
const LISTED = "release.json";

/** Set when the browser lost the cache and the server has another release: then stand aside. */
let isOvertaken = false;

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(removeOlder()));
worker.addEventListener("message", (event) => {
  if (event.data === "keep everything") event.waitUntil(keep(release.later).catch(() => {}));
  if (event.data === "take over if alone") event.waitUntil(takeOverIfAlone());
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (request.method !== "GET" || path === null || isOvertaken) return;
  if (path in files) event.respondWith(answer(request, path));
  else if (request.mode === "navigate") event.respondWith(answerUnknown(request, path));
});

/** A release is whole or not there: one file that cannot be had, and the older release stays. */
async function install() {
  const older = await olderReleases();
  await keep(release.first, older);
  const hadEverything = older.some(({ paths, listed }) => {
    const later = Object.keys(listed.later);
    return later.length > 0 && later.every((path) => paths.has(path));
  });
  if (hadEverything) await keep(release.later, older);
  const cache = await caches.open(cacheName);
  await cache.put(addressOf(LISTED), Response.json(release));
}

async function removeOlder() {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== cacheName) await caches.delete(name);
  }
}

async function takeOverIfAlone() {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.filter((page) => pathOf(page.url) !== null).length < 2) await worker.skipWaiting();
}

/**
 * Put files into the cache, from older caches where they are the same, otherwise from the server.
 *
 * @param {Record<string, string>} wanted
 * @param {Older[]} older
 */
async function keep(wanted, older = []) {
  const cache = await caches.open(cacheName);
  await Promise.all(
    Object.entries(wanted).map(async ([path, digest]) => {
      if (await cache.match(addressOf(path))) return;
      const response = (await findSame(digest, older)) ?? (await fetchChecked(path, digest));
      await cache.put(addressOf(path), response);
    }),
  );
}

/** @typedef {{ cache: Cache, paths: Set<string | null>, listed: Release }} Older */

/** @returns {Promise<Older[]>} */
async function olderReleases() {
  const found = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix) || name === cacheName) continue;
    const cache = await caches.open(name);
    const list = await cache.match(addressOf(LISTED));
    if (!list) continue;
    const paths = new Set((await cache.keys()).map((request) => pathOf(request.url)));
    found.push({ cache, paths, listed: await list.json() });
  }
  return found;
}

/**
 * A file with the same content, whatever its path was.
 *
 * @param {string} digest
 * @param {Older[]} older
 */
async function findSame(digest, older) {
  for (const { cache, listed } of older) {
    for (const [path, theirs] of Object.entries({ ...listed.first, ...listed.later })) {
      const response = theirs === digest && (await cache.match(addressOf(path)));
      if (response) return response;
    }
  }
  return undefined;
}

/**
 * The browser itself compares what arrives with the digest, and fails on any other byte.
 *
 * @param {string} path
 * @param {string} digest
 */
async function fetchChecked(path, digest) {
  const cache = isNamedByDigest(path) ? "default" : "no-cache";
  const response = await fetch(addressOf(path), { integrity: digest, cache });
  if (!response.ok) throw new Error(`${path}: the server answered ${response.status}`);
  if (!response.redirected) return response;
  // A page that was reached by a detour may not be shown in place of another.
  return new Response(await response.blob(), { headers: response.headers });
}

/**
 * @param {Request} request
 * @param {string} path
 */
async function answer(request, path) {
  const kept = await fromCache(path);
  if (kept) return kept;
  // These check themselves, and their address holds their digest: no mix can come of them.
  if (isNamedByDigest(path)) return fetch(request);
  try {
    return await fetchChecked(path, files[path]);
  } catch {
    isOvertaken = true;
    await worker.registration.unregister();
    return fetch(request);
  }
}

/**
 * @param {Request} request
 * @param {string} path
 */
async function answerUnknown(request, path) {
  if (`${path}/index.html` in files) return Response.redirect(`${scope}${path}/`);
  try {
    return await fetch(request);
  } catch (offline) {
    const notFound = await fromCache("404.html");
    if (!notFound) throw offline;
    return new Response(rooted(await notFound.text()), { status: 404, headers: notFound.headers });
  }
}

/**
 * The page for unknown addresses can stand in any folder, so its links start at the root. Where the
 * site stands below the root, they have to start there, if the build was not told.
 *
 * @param {string} html
 */
function rooted(html) {
  if (html.includes(`="${scope.pathname}`)) return html;
  return html.replace(/( (?:href|src|data-[\w-]+)=")\/(?!\/)/g, `$1${scope.pathname}`);
}

/** @param {string} path */
async function fromCache(path) {
  try {
    const cache = await caches.open(cacheName);
    return await cache.match(addressOf(path));
  } catch {
    return undefined; // storage is refused
  }
}

/** @param {string} path */
function isNamedByDigest(path) {
  return /^assets\/(engine|scripts)\//.test(path);
}

/**
 * The file behind an address, or null when it is not of this site.
 *
 * @param {string} address
 */
function pathOf(address) {
  const { origin, pathname } = new URL(address);
  if (origin !== scope.origin || !pathname.startsWith(scope.pathname)) return null;
  const path = decodeURI(pathname.slice(scope.pathname.length));
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/**
 * The address that servers know a page by: many lead "index.html" away to its folder.
 *
 * @param {string} path
 */
function addressOf(path) {
  return new URL(encodeURI(path.replace(/(^|\/)index\.html$/, "$1")) || "./", scope).href;
}
