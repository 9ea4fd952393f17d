// Lets the theme's search run in the offline archive: its worker comes from memory.
{
  const Native = Worker;
  const text = WORKER_TEXT;

  window.Worker = class extends Native {
    /**
     * @param {string | URL} url
     * @param {WorkerOptions} [options]
     */
    constructor(url, options) {
      const isSearch = String(url).includes("/workers/search.");
      const own = () => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
      super(isSearch ? own() : url, options);
    }
  };
  // From a disk the theme waits for its own switch, which this site does not use.
  const toggle = document.getElementById("__search");
  if (toggle) toggle.checked = true;
}
