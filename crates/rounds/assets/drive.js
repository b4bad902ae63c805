// A round without network: what a driver does is kept on the telephone at once, and sent in order when it can be.
// Without this script the same forms go one by one.
"use strict";
{
  const road = document.getElementById("road");
  const list = document.getElementById("drives");
  const KEPT = "drive-1";

  // The page and what it is made of, so that it opens where there is no network.
  const keep = async () => {
    if (!("serviceWorker" in navigator)) return;
    await navigator.serviceWorker.register("/drive/worker.js");
    const cache = await caches.open(KEPT);
    const parts = [...document.querySelectorAll("script[src], link[rel=stylesheet], link[rel=icon]")];
    await cache.addAll([location.pathname, ...parts.map(part => part.src || part.href)]);
    if (!list) return;
    // Rounds that are no longer in the list are kept no longer, those that are, before anybody drives.
    const own = [...list.querySelectorAll("a[data-drive]")].map(link => link.pathname);
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith("/drive/") && pathname.split("/").length === 5 && !own.includes(pathname)) await cache.delete(request);
    }
    await cache.addAll(own);
  };
  keep().catch(() => { /* without a worker the page needs a network */ });

  if (road) {
    const words = road.dataset;
    const promised = request => new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const opened = () => {
      const request = indexedDB.open("drive", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("acts", { keyPath: "number", autoIncrement: true });
      return promised(request);
    };
    const store = async (mode, act) => {
      const base = await opened();
      const turn = base.transaction("acts", mode, { durability: "strict" });
      const result = await promised(act(turn.objectStore("acts")));
      base.close();
      return result;
    };
    const add = act => store("readwrite", acts => acts.add(act));
    const all = () => store("readonly", acts => acts.getAll());
    const change = act => store("readwrite", acts => acts.put(act));
    const remove = number => store("readwrite", acts => acts.delete(number));

    // What the page shows is what was done, sent or not.
    const show = async complaint => {
      const own = (await all()).filter(act => act.url === location.pathname);
      const waiting = own.filter(act => !act.refused), refused = own.filter(act => act.refused);
      for (const act of own) if (!act.refused) mark(act);
      const told = document.getElementById("road-waiting");
      told.hidden = !waiting.length && !complaint;
      told.textContent = complaint || `${words.waiting} ${waiting.length}`;
      told.dataset.count = waiting.length;
      const box = document.getElementById("road-refused");
      box.hidden = !refused.length;
      box.replaceChildren(...refused.map(act => {
        const line = document.createElement("p"), button = document.createElement("button");
        line.textContent = `${act.named}: ${act.refused} `;
        button.textContent = words.dismiss;
        button.className = "quiet";
        button.addEventListener("click", async () => { await remove(act.number); location.reload(); });
        line.append(button);
        return line;
      }));
    };

    const mark = ({ kind, place, at }) => {
      const states = { depart: "out", end: "back", arrive: "here", leave: "done" };
      const holder = place ? document.getElementById(`stop-${place}`) : road;
      if (!holder || !states[kind]) return;
      holder.dataset.state = states[kind];
      const time = holder.querySelector(`:scope > [data-when="${kind}"], :scope > * > [data-when="${kind}"]`);
      if (time && !time.textContent) time.textContent = new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      if (kind === "leave") for (const part of holder.querySelectorAll("details[open]")) part.open = false;
    };

    // Of empty crates each stop has the same fields; the page brings them once.
    const crates = document.getElementById("crates");
    for (const part of document.querySelectorAll("details[data-crates]")) {
      if (!part.querySelector("input")) part.append(crates.content.cloneNode(true));
    }

    // One at a time, in the order that it was done; what does not arrive waits, and nothing overtakes it.
    const send = () => navigator.locks.request("drive", async () => {
      for (const act of await all()) {
        if (act.refused) continue;
        const body = new FormData();
        for (const [name, value] of act.fields) body.append(name, value);
        let answer;
        try {
          answer = await fetch(act.url, { method: "POST", body, headers: { "x-live": "1" } });
        } catch {
          return show();
        }
        if (answer.status === 401 || answer.redirected) return show(words.signIn);
        if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return show();
        if (answer.ok) await remove(act.number);
        else await change({ ...act, refused: await said(answer) });
      }
      await show();
    });
    // A page of a refusal has its sentence in its main part.
    const said = async answer => {
      const text = await answer.text();
      if (!text.startsWith("<")) return text;
      return new DOMParser().parseFromString(text, "text/html").querySelector("main")?.innerText.trim() ?? "";
    };

    // A telephone's picture is ten times larger than anybody needs, and a village's network slow.
    const smaller = async file => {
      try {
        const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
        const part = Math.min(1, 1280 / Math.max(picture.width, picture.height));
        const canvas = document.createElement("canvas");
        canvas.width = Math.round(picture.width * part);
        canvas.height = Math.round(picture.height * part);
        canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
        return await new Promise(done => canvas.toBlob(made => done(made ?? file), "image/jpeg", .8));
      } catch {
        return file;
      }
    };

    const acted = async (form, submitter) => {
      const fields = [...new FormData(form, submitter)].filter(([name]) => name !== "key" && name !== "at");
      const at = Date.now();
      fields.push(["key", crypto.randomUUID()], ["at", String(at)]);
      for (const field of fields) {
        if (field[1] instanceof File) field[1] = field[1].size ? await smaller(field[1]) : null;
      }
      const of = name => fields.find(([field]) => field === name)?.[1] ?? "";
      await add({
        url: location.pathname, kind: of("kind"), place: of("place"), at,
        named: submitter?.textContent.trim() ?? "", fields: fields.filter(([, value]) => value !== null),
      });
      if (of("kind") === "refuse" || of("kind") === "delay") form.reset();
      await show();
      await send();
    };
    document.addEventListener("submit", event => {
      const form = event.target.closest("form[data-act]");
      if (!form) return;
      event.preventDefault();
      acted(form, event.submitter).catch(() => form.submit());
    });

    // A signature: strokes of whole points, as the page that shows them draws them.
    for (const canvas of document.querySelectorAll("canvas[data-signature]")) {
      const field = canvas.parentNode.querySelector("input[name=signature]");
      const pen = canvas.getContext("2d");
      let strokes = [], stroke;
      const point = event => {
        const box = canvas.getBoundingClientRect();
        const within = (at, size, most) => Math.max(0, Math.min(most, Math.round(at / size * most)));
        return [within(event.clientX - box.left, box.width, canvas.width), within(event.clientY - box.top, box.height, canvas.height)];
      };
      const write = () => { field.value = strokes.map(one => one.map(at => at.join(",")).join(" ")).join(";"); };
      canvas.addEventListener("pointerdown", event => {
        canvas.setPointerCapture(event.pointerId);
        stroke = [point(event)];
        strokes.push(stroke);
        Object.assign(pen, { strokeStyle: getComputedStyle(canvas).color, lineWidth: 4, lineCap: "round", lineJoin: "round" });
        write();
      });
      canvas.addEventListener("pointermove", event => {
        if (!stroke) return;
        const last = stroke[stroke.length - 1], next = point(event);
        if (Math.hypot(next[0] - last[0], next[1] - last[1]) < 4) return;
        stroke.push(next);
        pen.beginPath();
        pen.moveTo(...last);
        pen.lineTo(...next);
        pen.stroke();
        write();
      });
      const lifted = () => { stroke = undefined; };
      canvas.addEventListener("pointerup", lifted);
      canvas.addEventListener("pointercancel", lifted);
      const clear = () => { strokes = []; pen.clearRect(0, 0, canvas.width, canvas.height); write(); };
      canvas.parentNode.querySelector("button[type=button]").addEventListener("click", clear);
    }

    const again = () => send().catch(() => { /* the next time is another try */ });
    addEventListener("online", again);
    document.addEventListener("visibilitychange", () => document.hidden || again());
    setInterval(again, 30000);
    show().then(again);
  }
}
