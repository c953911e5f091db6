// The key "/" goes to the search box, as on the sites searchers come from. The pages work without this.
document.addEventListener("keydown", (event) => {
  const box = document.getElementById("q");
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || event.target.isContentEditable;
  if (event.key !== "/" || typing || !box || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  box.focus();
  box.select();
});
// A page the browser kept whole comes back with what was ticked and not asked: its filters are put back to what the address says.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelector("form[aria-label=Filters]")?.reset();
});
