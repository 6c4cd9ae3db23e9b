// Lights up the lines of a card and the cards of a line; the page works without it.

const cards = document.querySelectorAll("[data-lines]");
const lines = document.querySelectorAll("[data-cards]");

function partners(element) {
  const ids = element.dataset.lines ?? element.dataset.cards ?? "";
  return ids.split(" ").map((id) => document.getElementById(id)).filter(Boolean);
}

function light(element, isLit) {
  element.classList.toggle("is-lit", isLit);
  for (const partner of partners(element)) partner.classList.toggle("is-lit", isLit);
}

for (const element of [...cards, ...lines]) {
  element.addEventListener("pointerenter", () => light(element, true));
  element.addEventListener("pointerleave", () => light(element, false));
  element.addEventListener("focusin", () => light(element, true));
  element.addEventListener("focusout", () => light(element, false));
}

// A line leads to its card, unless somebody is selecting words.
for (const line of lines) {
  line.addEventListener("click", (event) => {
    if (event.target.closest("a") || String(getSelection())) return;
    partners(line)[0]?.scrollIntoView({ behavior: "smooth", block: "nearest" });
  });
}
