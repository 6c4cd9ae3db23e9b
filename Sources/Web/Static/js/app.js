// What every page has; each page works without it.

const summary = document.querySelector(".error-summary");
if (summary) summary.focus();

// Kept cards go with the session; browsers that know `Clear-Site-Data` need no script for it.
document.querySelector("form[action='/session/end']")?.addEventListener("submit", () => {
  globalThis.caches?.delete("canhlua-cards");
});

// Names of records, offered as they are typed.
for (const field of document.querySelectorAll("[data-choices]")) {
  let asked = "";
  field.addEventListener("input", async () => {
    const words = field.value.trim();
    if (words.length < 2 || words === asked) return;
    asked = words;
    const response = await fetch(`${field.dataset.choices}?q=${encodeURIComponent(words)}`);
    if (!response.ok || words !== asked) return;
    const names = await response.json();
    field.list.replaceChildren(...names.map((name) => new Option(name, name)));
  });
}

// Figures below drawings are folded on the screen; on paper nobody can unfold them.
addEventListener("beforeprint", () => {
  for (const numbers of document.querySelectorAll(".chart__numbers")) numbers.open = true;
});
