// The desk: shows alarms as its line tells of them, and is worked by keyboard alone.
// Without it the page loads itself anew; every button is a form.

const bar = document.querySelector("[data-desk]");
const list = document.getElementById("desk");
const drills = new Set();

bar.addEventListener("told", (event) => show(event.detail));

// What is shown is replaced as a whole, but for rows that the server knows to be here; who was on an
// alarm stays on it.
function show(message) {
  const fresh = document.createElement("template");
  fresh.innerHTML = message.html;
  for (const place of fresh.content.querySelectorAll("[data-kept]")) {
    const row = document.getElementById(place.dataset.kept);
    // A new stream begins with all of them.
    if (!row) return bar.dispatchEvent(new Event("anew"));
    for (const button of row.querySelectorAll("button:disabled")) button.disabled = false;
    place.kept = row;
  }
  const focused = document.activeElement?.closest(".desk-case")?.id;
  const key = document.activeElement?.dataset?.key;
  for (const place of fresh.content.querySelectorAll("[data-kept]")) place.replaceWith(place.kept);
  list.replaceChildren(fresh.content);
  list.dataset.waits = message.waits;
  const row = focused && document.getElementById(focused);
  if (row) (row.querySelector(`[data-key="${key}"]`) ?? row).focus({ preventScroll: true });
  tellDrills();
}

// A drill is measured up to here: it stands before somebody's eyes.
function tellDrills() {
  if (document.visibilityState !== "visible") return;
  for (const row of document.querySelectorAll("[data-drill]")) {
    const drill = row.dataset.drill;
    const token = row.querySelector("input[name=_token]")?.value;
    if (!token || drills.has(drill)) continue;
    drills.add(drill);
    fetch(`/desk/drills/${drill}/shown`, {
      method: "POST", body: new URLSearchParams({ _token: token }),
    }).catch(() => drills.delete(drill));
  }
}

// A button's form is sent aside, so that the page, its sound and its stream stay.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("#desk form[data-live]")) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form));
  for (const button of form.querySelectorAll("button")) button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields, redirect: "manual" });
    // A refusal has its own page with its reason.
    if (answer.type !== "opaqueredirect") form.submit();
  } catch {
    for (const button of form.querySelectorAll("button")) button.disabled = false;
  }
});

const cases = () => [...document.querySelectorAll(".desk-case")];
const current = () => document.activeElement?.closest(".desk-case");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, textarea, select")) return;
  if (event.key === "b") {
    document.querySelector("[data-report]").click();
    event.preventDefault();
    return;
  }
  const all = cases();
  if (all.length === 0) return;
  const row = current();
  if (event.key === "j" || event.key === "k") {
    const place = all.indexOf(row);
    const next = row ? place + (event.key === "j" ? 1 : -1) : 0;
    const target = all[Math.min(Math.max(next, 0), all.length - 1)];
    target.focus();
    target.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter" && document.activeElement === row) {
    location.href = row.dataset.open;
  } else if (/^[a-z0-9]$/.test(event.key)) {
    // Without a choice the first alarm is meant, which is the most pressing.
    (row ?? all[0]).querySelector(`[data-key="${event.key}"]`)?.click();
  } else {
    return;
  }
  event.preventDefault();
});

document.addEventListener("visibilitychange", tellDrills);

tellDrills();
