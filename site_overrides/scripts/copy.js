// Copy the text beside a button. Where the site has no address in its settings, the text takes the one
// that this page is read at.
for (const box of document.querySelectorAll("[data-snippet]")) {
  const code = /** @type {HTMLElement} */ (box.querySelector("code"));
  const said = /** @type {HTMLElement} */ (box.querySelector("[data-snippet-said]"));
  const button = /** @type {HTMLButtonElement} */ (box.querySelector("button"));
  const { snippet = "", address = "", copied = "", byHand = "" } = /** @type {HTMLElement} */ (box).dataset;
  if (snippet && location.protocol.startsWith("http")) {
    code.textContent = code.textContent.replaceAll(snippet, new URL(address, location.href).href);
  }
  button.addEventListener("click", async () => {
    const isCopied = await navigator.clipboard?.writeText(code.textContent).then(() => true, () => false);
    if (!isCopied) getSelection()?.selectAllChildren(code);
    said.textContent = isCopied ? copied : byHand;
  });
}
