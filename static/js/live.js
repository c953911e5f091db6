// A part marked data-live is fetched again every few seconds and put in place of itself, as long as the page it comes from marks
// it so; when that page no longer does, the work is over and the whole page is shown anew. Without this, a noscript refresh does.
const wait = 3000;
async function renew() {
  const part = document.querySelector("[data-live]");
  if (!part) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
    if (answer.ok && !fresh?.hasAttribute("data-live")) return location.reload();
    if (answer.ok) part.replaceWith(document.importNode(fresh, true));
  } catch { /* the site does not answer just now: asked again below */ }
  setTimeout(renew, wait);
}
setTimeout(renew, wait);
