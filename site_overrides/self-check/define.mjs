import { startEarly } from './early-start.mjs'
import { SelfCheckElement } from './self-check-element.mjs'

// The script comes with the head of the page, the element's content later.
if (document.readyState === 'loading') {
  startEarly()
  document.addEventListener('DOMContentLoaded', define)
} else {
  define()
}

function define() {
  // A second copy of this script, as after an instant page change, must not fail.
  if (!customElements.get('self-check')) customElements.define('self-check', SelfCheckElement)
}
