// The line to the desk: hears alarms as they come, rings, and says when it is lost. For the desk, whose
// script is told by events of the bar, and for the pages that are opened from it.

const bar = document.querySelector("[data-desk]");
const state = bar.querySelector(".desk-state");
const waiting = bar.querySelector("[data-waiting]");
const sound = bar.querySelector("[data-sound]");
const lost = document.querySelector(".desk-lost");

// The server sends a sign of life every few seconds; this many without one mean that it is gone.
const SILENCE_SECONDS = 12;
const RING_SECONDS = 3;

// What was heard up to now, so that nothing is missed between two pages.
const heardOf = `desk ${bar.dataset.ward}`;
let sequence = bar.dataset.sequence ?? sessionStorage.getItem(heardOf);
let source;
let heard = performance.now();
let heardAt = new Date();
let isLost = false;
let isOpen = false;
let isElsewhere = false;
// The clock of the server, of which the desk's own may be far off.
let offset = Number(bar.dataset.now) - Date.now();
let audio;
let rung = 0;

bar.hidden = false;

const two = (number) => String(number).padStart(2, "0");
const hours = new Intl.DateTimeFormat("vi", { timeStyle: "medium", timeZone: "Asia/Ho_Chi_Minh" });

function connect() {
  source?.close();
  const address = new URL(bar.dataset.desk, location.href);
  if (sequence !== null) address.searchParams.set("after", sequence);
  source = new EventSource(address);
  source.addEventListener("open", alive);
  source.addEventListener("alive", (event) => alive(JSON.parse(event.data)));
  source.addEventListener("desk", (event) => {
    const message = JSON.parse(event.data);
    sequence = event.lastEventId;
    sessionStorage.setItem(heardOf, sequence);
    bar.dataset.waits = message.waits;
    bar.dispatchEvent(new CustomEvent("told", { detail: message }));
    alive(message);
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
  title();
  tick();
}

const plainTitle = document.title;
function title() {
  const waits = Number(bar.dataset.waits);
  document.title = isLost ? `MẤT KẾT NỐI · ${plainTitle}`
    : waits > 0 ? `(${waits}) BÁO CHÁY · ${plainTitle}` : plainTitle;
  if (!waiting) return;
  waiting.hidden = waits === 0;
  waiting.textContent = `${waits} báo cháy đang chờ người trả lời`;
}

function tick() {
  const silent = (performance.now() - heard) / 1000;
  const now = Date.now() + offset;
  for (const clock of document.querySelectorAll("[data-since]")) {
    const seconds = Math.max(0, Math.floor((now - Number(clock.dataset.since)) / 1000));
    clock.textContent = seconds < 3600 ? `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
      : `${Math.floor(seconds / 3600)} giờ ${two(Math.floor(seconds / 60) % 60)}`;
  }
  if (isElsewhere) return;
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
  say(isLost ? "lost" : isOpen ? "live" : "",
    isLost ? "● Mất kết nối" : isOpen ? "✓ Bàn trực đang nhận" : "▲ Đang nối lại…");
  const mustRing = Number(bar.dataset.waits) > 0 || isLost;
  if (mustRing && performance.now() - rung > RING_SECONDS * 1000) ring();
}

function say(kind, words) {
  state.className = `desk-state ${kind ? `desk-state--${kind}` : ""}`;
  if (state.textContent !== words) state.textContent = words;
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
  const note = new Notification(step.head, {
    body: step.words, tag: step.caseID, renotify: true, requireInteraction: true, lang: "vi",
  });
  note.addEventListener("click", () => {
    window.focus();
    const row = document.getElementById(`case-${step.caseID}`);
    if (row) row.focus(); else location.href = `/desk/cases/${step.caseID}`;
  });
}

// MARK: Sound

function sayWhetherItRings() {
  const isOn = audio?.state === "running";
  const notes = globalThis.Notification?.permission === "granted";
  sound.textContent = !isOn ? "Bật chuông, thông báo"
    : notes ? "✓ Chuông và thông báo đang bật" : "✓ Chuông đang bật, chưa có thông báo";
  sound.toggleAttribute("data-on", isOn);
}

async function soundOn() {
  audio ??= new AudioContext();
  audio.onstatechange = sayWhetherItRings;
  await audio.resume();
  localStorage.setItem("desk sound", "on");
}

sound.addEventListener("click", async () => {
  await soundOn();
  if (globalThis.Notification?.permission === "default") await Notification.requestPermission();
  sayWhetherItRings();
  ring();
});

// Who has it on keeps it from page to page; a browser that wants a person first has it with what is
// pressed next.
if (localStorage.getItem("desk sound")) {
  soundOn();
  for (const touch of ["keydown", "pointerdown"]) {
    document.addEventListener(touch, soundOn, { once: true });
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, textarea, select")) return;
  if (event.key === "s") sound.click();
  else if (event.key === "d" && waiting) location.href = "/desk";
});

// MARK: One line beside the desk

// A browser holds few connections to one server, and several pages would ring against each other: of
// those beside the desk one has the line, and none while the desk is open.
function connectAlone() {
  if (!navigator.locks) return connect();
  isElsewhere = true;
  navigator.locks.request(heardOf, () => {
    isElsewhere = false;
    heard = performance.now();
    connect();
    return new Promise(() => {});
  });
  setTimeout(() => isElsewhere && say("", "Bàn trực đang mở ở cửa sổ khác"), 1000);
}

bar.addEventListener("anew", connect);
setInterval(tick, 1000);
if (waiting) {
  connectAlone();
} else {
  connect();
  navigator.locks?.request(heardOf, { mode: "shared" }, () => new Promise(() => {}));
}
tick();
