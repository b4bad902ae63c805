// Keeps the pages of a round where there is no network: what is there is asked first, what was seen last comes next.
"use strict";
const KEPT = "drive-1";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

const answer = async request => {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(request, { ignoreVary: true });
  try {
    // With a page in hand nobody waits for a network that barely is one.
    const fresh = await fetch(request, kept ? { signal: AbortSignal.timeout(6000) } : undefined);
    if (fresh.ok && fresh.type === "basic") await cache.put(request, fresh.clone());
    // Who is no longer let in finds nothing here either.
    else if (request.mode === "navigate") await cache.delete(request);
    return fresh;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
};

self.addEventListener("fetch", event => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  event.respondWith(answer(request));
});
