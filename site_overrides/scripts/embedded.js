// Tell the page around this frame how high the content is, so that nothing has to scroll inside it.
// The message holds that number and nothing else, so anybody may hear it. Nothing is listened to.
if (window.parent !== window) {
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    window.parent.postMessage({ type: "self-check:height", height }, "*");
  }).observe(document.body);
}
