// Keeps the response card that is open, so that it can be read without a signal: with its style and
// scripts, until it runs out or its person signs out. Browsers do so on encrypted pages alone.

const CARDS = "canhlua-cards";
const SCOPES = ["/cards/", "/desk/cases/"];
const note = document.querySelector(".card-kept");

async function keep() {
  const scope = SCOPES.find((start) => location.pathname.startsWith(start));
  await navigator.serviceWorker.register(note.dataset.worker, { scope });
  const [page, cards] = await Promise.all([fetch(location.pathname), caches.open(CARDS)]);
  if (!page.ok || page.redirected) return;
  const headers = new Headers(page.headers);
  headers.set("X-Kept-Until", note.dataset.until);
  await cards.put(location.pathname, new Response(await page.blob(), { headers }));
  const parts = document.querySelectorAll("link[rel=stylesheet], script[src]");
  await cards.addAll([...parts].map((part) => part.href ?? part.src).filter(Boolean));
  document.documentElement.dataset.kept = "";
}

const isCopy = note && !note.hidden;
const isCard = /^\/cards\/|\/card$/.test(location.pathname);
if (note && !isCopy && isCard && "serviceWorker" in navigator && "caches" in window) {
  keep().catch(() => {});
}
