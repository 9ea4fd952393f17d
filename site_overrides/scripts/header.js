// The moving parts of every page: the menu that closes, the search that starts when it is wanted, and
// the folded part that opens when a link leads into it.
{
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);

  const menu = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".site-menu"));
  if (menu) closeMenuWhenLeft(menu);

  const search = /** @type {HTMLDialogElement | null} */ (document.querySelector("[data-search]"));
  if (search) startSearchWhenWanted(search);

  openWhereTheAddressLeads();
  addEventListener("hashchange", openWhereTheAddressLeads);

  /** Some browsers do this by themselves. */
  function openWhereTheAddressLeads() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = /** @type {HTMLDetailsElement | null | undefined} */ (target?.closest("details"));
    if (!folded || folded.open) return;
    folded.open = true;
    target?.scrollIntoView();
  }

  /** @param {HTMLDetailsElement} menu */
  function closeMenuWhenLeft(menu) {
    document.addEventListener("click", (event) => {
      if (!menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    });
  }

  /**
   * The theme's bundle, the search worker and the index are some 60 KB that most readers never need.
   *
   * @param {HTMLDialogElement} search
   */
  function startSearchWhenWanted(search) {
    const query = /** @type {HTMLInputElement} */ (search.querySelector("input"));
    const results = /** @type {HTMLElement} */ (search.querySelector("ol"));
    let started = false;

    document.querySelector("[data-search-open]")?.addEventListener("click", () => {
      search.showModal();
      query.focus();
      if (!started) loadBundle();
      started = true;
    });
    search.querySelector("[data-search-close]")?.addEventListener("click", () => search.close());
    search.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      if (target === search || target.closest("a")) search.close();
    });
    // The bundle would take these two keys for itself. The dialog knows better what they do.
    search.addEventListener("keydown", (event) => {
      if (event.key === "Escape" || event.key === "Tab") event.stopPropagation();
    });
    // The bundle takes its results out of the Tab order. They belong in it.
    new MutationObserver(() => {
      for (const item of results.querySelectorAll("[tabindex]")) item.removeAttribute("tabindex");
    }).observe(results, { childList: true, subtree: true });
  }

  function loadBundle() {
    lendStorage();
    const bundle = document.createElement("script");
    bundle.src = /** @type {string} */ (script.dataset.searchBundle);
    document.body.append(bundle);
  }

  /** The bundle asks these globals for settings it may have kept. This site keeps none. */
  function lendStorage() {
    Object.assign(window, { __md_get: () => null, __md_set: () => {}, __md_hash: () => 0 });
  }
}
