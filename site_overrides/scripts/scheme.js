// Light or dark. The device decides (the stylesheet's media query) until a reader presses the switch;
// then their choice is kept on this device, under this site's own name. Runs in <head>, before paint.
{
  const site = new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const key = `${site.pathname}colours`;
  const sheet = /** @type {HTMLLinkElement} */ (document.getElementById("dark-colours"));
  const device = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;

  /** @returns {string | null} "dark", "light", or null when the device decides */
  function chosen() {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is blocked: the device decides
    }
  }

  /** @param {string | null} scheme */
  function keep(scheme) {
    try {
      if (scheme === null) localStorage.removeItem(key);
      else localStorage.setItem(key, scheme);
    } catch {
      // storage is blocked: the choice lasts for this page
    }
  }

  /** @param {boolean} dark */
  function show(dark) {
    sheet.media = dark ? "screen" : "not all";
    root.dataset.mdColorScheme = dark ? "slate" : "default";
    for (const button of document.querySelectorAll("[data-scheme-switch]")) {
      button.setAttribute("aria-pressed", String(dark));
    }
  }

  const isDark = () => root.dataset.mdColorScheme === "slate";
  const choose = () => show((chosen() ?? (device.matches ? "dark" : "light")) === "dark");

  root.classList.replace("no-js", "js");
  choose();
  device.addEventListener("change", choose);
  document.addEventListener("DOMContentLoaded", () => {
    show(isDark());
    for (const button of document.querySelectorAll("[data-scheme-switch]")) {
      button.addEventListener("click", () => {
        const dark = !isDark();
        keep(dark === device.matches ? null : dark ? "dark" : "light");
        show(dark);
      });
    }
  });
}
