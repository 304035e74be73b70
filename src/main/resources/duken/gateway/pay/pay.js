"use strict";
(() => {
  const page = document.getElementById("pay");
  const state = page.dataset.state;
  const url = location.pathname.replace(/\/$/, "");
  const watched = ["waiting", "confirming", "checking", "cancelling"].includes(state);
  if (!watched) return;

  const clock = document.getElementById("clock");
  const text = document.getElementById("left");
  const bar = document.getElementById("bar");
  let endsAt = performance.now() + Number(page.dataset.left);
  const whole = clock ? Number(clock.dataset.whole) : 1;
  const two = (n) => String(n).padStart(2, "0");

  function draw() {
    const seconds = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
    const hours = Math.floor(seconds / 3600);
    const rest = two(Math.floor((seconds % 3600) / 60)) + ":" + two(seconds % 60);
    text.textContent = hours > 0 ? hours + ":" + rest : rest;
    bar.style.width = Math.min(100, (seconds * 100000) / whole) + "%";
  }

  async function look() {
    if (document.hidden) return;
    try {
      const answer = await fetch(url + "/state", { cache: "no-store" });
      if (!answer.ok) return;
      const now = await answer.json();
      if (now.state !== state) location.reload();
      endsAt = performance.now() + now.millis_left;
    } catch (_) {
      // No connection just now: the next look may have one.
    }
  }

  if (clock) {
    clock.classList.add("ticking");
    draw();
    setInterval(draw, 1000);
  }
  if (page.dataset.scan === "true") {
    fetch(url, { method: "POST", body: new URLSearchParams({ action: "scan" }), redirect: "manual" })
      .catch(() => {});
  }
  document.addEventListener("visibilitychange", look);
  setInterval(look, 2000);
})();
