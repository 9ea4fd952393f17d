import { SelfCheckElement } from './self-check-element.mjs'

// A second copy of this script, as after an instant page change, must not fail.
if (!customElements.get('self-check')) customElements.define('self-check', SelfCheckElement)
