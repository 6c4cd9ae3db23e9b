// The desk: follows alarms as they come, rings, and is worked by keyboard alone.
// Without it the page loads itself anew; every button is a form.

const bar = document.querySelector("[data-desk]");
const list = document.getElementById("desk");
const state = document.querySelector(".desk-state");
const lost = document.querySelector(".desk-lost");
const sound = document.querySelector("[data-sound]");

// The server sends a sign of life every few seconds; this many without one mean that it is gone.
const SILENCE_SECONDS = 12;
const RING_SECONDS = 3;

let sequence = bar.dataset.sequence;
let source;
let heard = performance.now();
let heardAt = new Date();
let isLost = false;
let isOpen = false;
// The clock of the server, of which the desk's own may be far off.
let offset = Number(bar.dataset.now) - Date.now();
let audio;
let rung = 0;
const drills = new Set();

bar.hidden = false;

const two = (number) => String(number).padStart(2, "0");
const hours = new Intl.DateTimeFormat("vi", { timeStyle: "medium", timeZone: "Asia/Ho_Chi_Minh" });

function connect() {
  source?.close();
  source = new EventSource(`${bar.dataset.desk}?after=${sequence}`);
  source.addEventListener("open", alive);
  source.addEventListener("alive", (event) => alive(JSON.parse(event.data)));
  source.addEventListener("desk", (event) => {
    const message = JSON.parse(event.data);
    sequence = event.lastEventId;
    alive(message);
    show(message);
    for (const step of message.steps) if (step.calls) announce(step);
    if (message.steps.some((step) => step.calls)) ring();
  });
  source.addEventListener("error", () => {
    isOpen = false;
    // A browser tries again by itself, unless the answer was no stream.
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 2000);
    tick();
  });
}

function alive(message) {
  heard = performance.now();
  heardAt = new Date();
  isOpen = true;
  if (message?.now) offset = message.now - Date.now();
  tick();
}

// What is shown is replaced as a whole, but for rows that the server knows to be here; who was on an
// alarm stays on it.
function show(message) {
  const fresh = document.createElement("template");
  fresh.innerHTML = message.html;
  for (const place of fresh.content.querySelectorAll("[data-kept]")) {
    const row = document.getElementById(place.dataset.kept);
    // A new stream begins with all of them.
    if (!row) return connect();
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
  title();
  tick();
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

const plainTitle = document.title;
function title() {
  const waits = Number(list.dataset.waits);
  document.title = isLost ? `MẤT KẾT NỐI · ${plainTitle}`
    : waits > 0 ? `(${waits}) BÁO CHÁY · ${plainTitle}` : plainTitle;
}

function tick() {
  const silent = (performance.now() - heard) / 1000;
  const now = Date.now() + offset;
  for (const clock of document.querySelectorAll("[data-since]")) {
    const seconds = Math.max(0, Math.floor((now - Number(clock.dataset.since)) / 1000));
    clock.textContent = seconds < 3600 ? `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
      : `${Math.floor(seconds / 3600)} giờ ${two(Math.floor(seconds / 60) % 60)}`;
  }
  const wasLost = isLost;
  isLost = silent > SILENCE_SECONDS;
  if (isLost !== wasLost) {
    lost.hidden = !isLost;
    lost.textContent = isLost
      ? `● Mất kết nối từ ${hours.format(heardAt)}: báo cháy mới không hiện ở đây. Hãy trực bằng điện thoại và máy khác; trang đang tự nối lại, không bỏ sót tín hiệu nào.`
      : "";
    title();
    if (isLost) ring();
  }
  state.className = `desk-state ${isLost ? "desk-state--lost" : isOpen ? "desk-state--live" : ""}`;
  const words = isLost ? "● Mất kết nối" : isOpen ? "✓ Bàn trực đang nhận" : "▲ Đang nối lại…";
  if (state.textContent !== words) state.textContent = words;
  const mustRing = Number(list.dataset.waits) > 0 || isLost;
  if (mustRing && performance.now() - rung > RING_SECONDS * 1000) ring();
}

// Two tones, as a fire engine's; browsers give sound only after a person pressed something.
function ring() {
  if (audio?.state !== "running") return;
  rung = performance.now();
  [[0, 660], [0.35, 880], [0.7, 660], [1.05, 880]].forEach(([delay, pitch]) => {
    const tone = new OscillatorNode(audio, { frequency: pitch, type: "square" });
    const volume = new GainNode(audio, { gain: 0.15 });
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + delay);
    tone.stop(audio.currentTime + delay + 0.3);
  });
}

function announce(step) {
  if (globalThis.Notification?.permission !== "granted") return;
  const note = new Notification("Báo cháy", {
    body: step.words, tag: step.caseID, renotify: true, requireInteraction: true, lang: "vi",
  });
  note.addEventListener("click", () => {
    window.focus();
    document.getElementById(`case-${step.caseID}`)?.focus();
  });
}

sound.addEventListener("click", async () => {
  audio ??= new AudioContext();
  await audio.resume();
  if (globalThis.Notification?.permission === "default") await Notification.requestPermission();
  const notes = globalThis.Notification?.permission === "granted";
  sound.textContent = notes ? "✓ Chuông và thông báo đang bật" : "✓ Chuông đang bật, chưa có thông báo";
  sound.dataset.on = "";
  ring();
});

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

connect();
tellDrills();
setInterval(tick, 1000);
tick();
