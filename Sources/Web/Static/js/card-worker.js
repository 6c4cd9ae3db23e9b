// Shows response cards that this browser keeps when the server cannot be reached. It keeps nothing
// itself (`kept.js` does), and answers for pages of cards alone, by the scopes it is registered for.

const CARDS = "canhlua-cards";
// A line that is there but carries nothing must not hold up who goes to a fire.
const PATIENCE_MS = 4000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(forgetOld()));

async function forgetOld() {
  const cards = await caches.open(CARDS);
  for (const request of await cards.keys()) {
    const copy = await cards.match(request);
    const until = Number(copy.headers.get("X-Kept-Until") ?? Infinity);
    if (until <= Date.now()) await cards.delete(request);
  }
}

async function keptCard(request) {
  await forgetOld();
  const copy = await caches.match(request.url, { cacheName: CARDS });
  if (!copy) return undefined;
  const page = await copy.text();
  const headers = new Headers(copy.headers);
  return new Response(page.replace(/(<div class="[^"]*card-kept[^>]*) hidden>/, "$1>"), { headers });
}

async function card(request) {
  const copy = await keptCard(request);
  if (!copy) return fetch(request);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(request.url, {
      signal: stop.signal, credentials: "same-origin", redirect: "manual",
    });
    if (answer.status >= 500) return copy;
    // No longer this browser's to see: signed out elsewhere, or the address has run out.
    if (!answer.ok) await (await caches.open(CARDS)).delete(request.url);
    return answer;
  } catch {
    return copy;
  } finally {
    clearTimeout(timer);
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  if (request.mode === "navigate") {
    const path = new URL(request.url).pathname;
    const isCard = /^\/cards\/[a-z0-9]+$/.test(path) || /^\/desk\/cases\/[0-9a-f-]+\/card$/.test(path);
    if (isCard) event.respondWith(card(request));
  } else if (new URL(request.url).pathname.startsWith("/static/")) {
    event.respondWith(
      fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
  }
});
