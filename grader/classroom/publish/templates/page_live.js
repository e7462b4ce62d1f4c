// While the class is watched the page is loaded again, and looks as before: what is chosen stands in
// the address, and the rest in the state of this entry of the history.

const live = document.getElementById("live");
const REST_MS = 3000; // so long nothing was typed, clicked or scrolled before the page is loaded again
let lastTouched = 0;

function remember() {
  const open = [...document.querySelectorAll("main details")].map((one) => one.open);
  history.replaceState({
    y: scrollY, report: report.scrollTop, code: document.getElementById("code").scrollTop,
    open, cameFromTable, isPaused: pause.checked, hasFocus: document.activeElement === find,
    filters: String(chosenWords()),
  }, "");
}

function restore(kept) {
  if (!kept || kept.y === undefined) return;
  document.querySelectorAll("main details").forEach((one, place) => { one.open = Boolean(kept.open[place]); });
  if (table) choose(new URLSearchParams(kept.filters));
  if (kept.hasFocus && find) find.focus({ preventScroll: true });
  scrollTo(0, kept.y);
  report.scrollTop = kept.report;
  document.getElementById("code").scrollTop = kept.code;
  cameFromTable = kept.cameFromTable;
  pause.checked = kept.isPaused;
  history.replaceState(null, "");
}

const pause = document.getElementById("pause") || { checked: false };
if (live) {
  history.scrollRestoration = "manual";
  for (const kind of ["input", "keydown", "pointerdown", "wheel", "touchmove", "compositionstart"]) {
    addEventListener(kind, () => { lastTouched = performance.now(); }, { passive: true });
  }
  setInterval(() => {
    const isIdle = !lastTouched || performance.now() - lastTouched > REST_MS;
    if (pause.checked || document.hidden || !isIdle || String(getSelection())) return;
    remember();
    location.reload();
  }, Number(live.dataset.seconds) * 1000);
}
restore(history.state); // also at the end, when the page is not live any more
