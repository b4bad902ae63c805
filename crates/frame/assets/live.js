// Every page works without this. With it, a search answers as one types and a quantity is kept at once.
"use strict";
{
  const all = selector => document.querySelectorAll(selector);
  const marks = document.documentElement.classList;
  const rowOf = element => element?.closest("form[data-live-each] > [id]");
  const waiting = new Map();
  let saved = Promise.resolve(), search, asked, timer;
  marks.add("scripted");

  const ask = async (url, how) => {
    const answer = await fetch(url, { ...how, headers: { "x-live": "1" } });
    if (!answer.ok) throw answer;
    return answer.text();
  };

  // Fills each answered element's counterpart, but not under the hands of who is typing in it.
  const place = (html, sent) => {
    const answer = document.createElement("template");
    answer.innerHTML = html;
    for (const fresh of answer.content.children) {
      const old = document.getElementById(fresh.id);
      if (!old || waiting.has(fresh.id)) continue;
      const held = old.contains(document.activeElement) ? document.activeElement : null;
      const caret = held?.selectionStart;
      if (caret != null && held.value !== (sent?.get(held.name) ?? held.defaultValue)) continue;
      // What was refused stays as it was typed; so does the reason that all rows share.
      for (const field of fresh.querySelectorAll("[aria-invalid], #reason")) {
        field.value = old.querySelector(`[name="${field.name}"]`)?.value ?? field.value;
      }
      const isOpen = old.querySelector("details")?.open;
      old.className = fresh.className;
      old.replaceChildren(...fresh.childNodes);
      if (isOpen) old.querySelector("details").open = true;
      const again = held && old.querySelector(held.name ? `[name="${held.name}"]` : held.localName);
      again?.focus({ preventScroll: true });
      if (caret != null) again?.setSelectionRange(caret, caret);
    }
  };

  // Row after row, the last word of each. What does not arrive waits, and the button comes back.
  const send = async () => {
    for (const [id, [url, body]] of waiting) {
      waiting.delete(id);
      try {
        place(await ask(url, { method: "POST", body, keepalive: true }), body);
      } catch {
        if (!waiting.has(id)) waiting.set(id, [url, body]);
        return marks.remove("scripted");
      }
    }
    marks.add("scripted");
  };
  const keep = (id, url, body) => {
    waiting.set(id, [url, body]);
    saved = saved.then(send);
  };

  const look = async form => {
    const url = new URL(form.action);
    url.search = new URLSearchParams([...new FormData(form)].filter(pair => pair[1]));
    clearTimeout(timer);
    if (asked === url.href) return;
    asked = url.href;
    search?.abort();
    const { signal } = search = new AbortController();
    try {
      await saved;
      place(await ask(url, { signal }));
      history.replaceState(null, "", url);
      for (const link of all("[data-keeps] > a")) {
        const name = link.parentNode.dataset.keeps, own = new URL(link.href).searchParams.get(name);
        const to = new URL(url);
        if (own) to.searchParams.set(name, own);
        else to.searchParams.delete(name);
        link.href = to;
      }
    } catch {
      if (signal.aborted) return;
      asked = null;
      marks.remove("scripted");
    }
  };

  addEventListener("input", ({ target }) => {
    if (target.type !== "search" || !target.form?.dataset.live) return;
    clearTimeout(timer);
    timer = setTimeout(look, 150, target.form);
  });
  addEventListener("change", ({ target }) => {
    const form = target.form, row = rowOf(target), body = new URLSearchParams();
    if (form?.dataset.live) look(form);
    if (!row) return;
    for (const field of [...row.querySelectorAll("input"), ...form.querySelectorAll("#reason")]) {
      if (field.type !== "checkbox" || field.checked) body.append(field.name, field.value);
    }
    keep(row.id, form.dataset.liveEach, body);
  });
  addEventListener("submit", event => {
    const { target: form, submitter } = event, { live, liveEach } = form.dataset, row = rowOf(submitter);
    if (!marks.contains("scripted")) return liveEach && waiting.clear();
    if (!live && !liveEach && !row) return;
    event.preventDefault();
    if (live) look(form);
    if (row && !liveEach) keep(`${row.id} star`, form.action, new URLSearchParams(new FormData(form, submitter)));
  });
  addEventListener("online", () => waiting.size && (saved = saved.then(send)));
  addEventListener("beforeunload", event => waiting.size && event.preventDefault());

  // A long task says how far it is until it is done.
  const again = async () => {
    try {
      const answer = await fetch(location, { redirect: "manual" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelectorAll("[data-refresh] > p");
      if (!fresh.length) return location.reload();
      all("[data-refresh] > p").forEach((old, at) => old.replaceWith(fresh[at]));
    } catch { /* the next second is another try */ }
    setTimeout(again, 1000);
  };
  if (all("[data-refresh]").length) setTimeout(again, 1000);

  // What scrolls sideways can be reached with the keyboard; the menu shuts when one goes elsewhere.
  const reach = () => all(".scroll").forEach(box => {
    if (box.scrollWidth > box.clientWidth) Object.assign(box, { tabIndex: 0, role: "region", ariaLabel: document.title });
    else ["tabindex", "role", "aria-label"].forEach(name => box.removeAttribute(name));
  });
  const shut = ({ type, key, target }) => all(".menu[open]").forEach(menu => {
    if (key === "Escape" || type === "click" && !menu.contains(target)) menu.open = false;
  });
  reach();
  addEventListener("resize", reach);
  addEventListener("toggle", reach, true);
  addEventListener("click", shut);
  addEventListener("keydown", shut);
}
