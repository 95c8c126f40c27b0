// The keys of the view. Everything else works without this script, by links and by the style.
"use strict";

const findings = document.getElementsByClassName("finding");
const parts = document.querySelector("main").getElementsByTagName("mark");

// The element that a key starts from: the one in focus, else the target of the last link.
function startingPoint() {
  const focused = document.activeElement;
  return focused === document.body ? document.querySelector(":target") : focused;
}

// The number of elements of a list, which is in document order, that begin before another one.
function countBefore(list, element) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const position = element.compareDocumentPosition(list[middle]);
    if (position & Node.DOCUMENT_POSITION_PRECEDING) low = middle + 1;
    else high = middle;
  }
  return low;
}

// The next or the previous element of a list.
function neighbour(list, isForward) {
  const start = startingPoint();
  if (!start) return list[0];
  const own = start.closest(".finding, mark") ?? start;
  const before = countBefore(list, own);
  if (!isForward) return list[before - 1];
  return list[before] === own ? list[before + 1] : list[before];
}

function show(element) {
  if (!element) return;
  if (element.id) location.replace(`#${element.id}`);
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "center" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  switch (event.key) {
    case "n": return show(neighbour(findings, true));
    case "p": return show(neighbour(findings, false));
    case "j": return show(neighbour(parts, true));
    case "k": return show(neighbour(parts, false));
    case "t": return show(document.getElementById("findings"));
  }
});
