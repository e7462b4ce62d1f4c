"use strict";

// All text of students goes into the page by textContent: it is shown, and never read as HTML.

const MARKS = {
  passed: "✓", failed: "✗", error: "✗", timeout: "✗", crashed: "✗",
  not_attempted: "·", skipped: "-", ungraded: "?",
};
const RANKS = ["passed", "partial", "failed", "nothing", "undecided", "ungraded", "excused"];
const data = JSON.parse(document.getElementById("reports").textContent);
const byAnchor = new Map(data.students.map((student) => [student.anchor, student]));

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children); // strings become text nodes
  return made;
}

const MARKED = /(`[^`]+`|(?<![\w*\\])\*{1,2}(?=\S)[^*`]*[^*`\s\\]\*{1,2}(?![\w*]))/;

function markedUp(hint) { // as grader/text/markup.py
  return hint.split(MARKED).map((part, i) => {
    if (i % 2 && part.startsWith("`")) return element("code", "", part.slice(1, -1));
    const text = part.replace(/\\([!-/:-@[-`{-~])/g, "$1");
    return i % 2 ? element("em", "", text.replace(/^\*+|\*+$/g, "")) : text;
  });
}

function number(value) {
  return String(Number(value.toFixed(3)));
}

function result(place) {
  if (!place) return null;
  const [verdict, points, message, mistake, hint, output, example] = data.results[place];
  const text = (index) => data.texts[index];
  const [rows, tryIt] = data.examples[example] || [[], 0];
  return {
    verdict, points, message: text(message), mistake: text(mistake), hint: text(hint),
    output: text(output), rows: rows.map((row) => row.map(text)), tryIt: text(tryIt),
  };
}

// The table: sorted by a click on its head, filtered by what is typed and chosen.

const SIZE = 50; // rows of a part, as the page was written
const table = document.querySelector("table.students");
const rows = table ? [...table.tBodies].flatMap((part) => [...part.rows]) : [];
const studentOf = new Map(rows.map((row, place) => [row, data.students[place]]));
let order = rows;
let shown = rows;
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

for (const student of data.students) {
  const mistakes = student.results.map((index) => (data.results[index] || [])[3] || 0);
  const words = [student.id, student.name, student.file, ...new Set(mistakes.map((m) => data.texts[m]))];
  if (student.ruling.length) words.push("decided by a person");
  student.words = words.join("\n").toLowerCase();
  student.rank = RANKS.indexOf(student.outcome);
}

function sort(head) {
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of head.parentElement.cells) other.setAttribute("aria-sort", "none");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const [key, index] = head.firstElementChild.dataset.key.split(".");
  const keyed = rows.map((row) => {
    const student = studentOf.get(row);
    const value = index === undefined ? student[key] : student[key][index];
    return { row, value: value === "" ? null : value };
  });
  const isNumber = typeof keyed.find(({ value }) => value !== null)?.value === "number";
  const compare = isNumber ? (a, b) => a - b : collator.compare;
  // Equal ones stay in the order of the record: the sort is stable, and starts from there.
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return (a.value === null) - (b.value === null);
    return down ? compare(b.value, a.value) : compare(a.value, b.value);
  });
  order = keyed.map(({ row }) => row);
  arrange();
}

const find = document.getElementById("find");
const outcome = document.getElementById("outcome");

function arrange() {
  const wanted = find.value.trim().toLowerCase();
  shown = order.filter((row) => {
    const student = studentOf.get(row);
    return student.words.includes(wanted) && ["", student.outcome].includes(outcome.value);
  });
  const all = `${rows.length} student${rows.length === 1 ? "" : "s"}`;
  const count = shown.length === rows.length ? all : `${shown.length} of ${all}`;
  document.getElementById("shown").value = count;
  [...table.tBodies].forEach((part, place) => {
    const inside = shown.slice(place * SIZE, (place + 1) * SIZE);
    part.replaceChildren(...inside);
    part.classList.toggle("whole", inside.length === SIZE);
  });
}

if (table) {
  for (const head of table.tHead.rows[0].cells) {
    head.firstElementChild.addEventListener("click", () => sort(head));
  }
  find.form.addEventListener("input", arrange);
  find.form.addEventListener("submit", (event) => event.preventDefault());
  table.addEventListener("click", (event) => {
    const row = event.target.closest("tbody tr");
    if (!row || event.target.closest("a") || String(getSelection())) return;
    row.querySelector("a").click();
  });
  for (const button of document.querySelectorAll("button.find")) {
    button.addEventListener("click", () => {
      find.value = button.dataset.find;
      outcome.value = "";
      arrange();
      find.scrollIntoView();
      find.focus();
    });
  }
  arrange(); // a browser may have kept what was typed
}

// A report: what the address says after the #, in a dialog.

function details(check) {
  const made = [];
  if (check.message) made.push(element("p", "message", check.message));
  if (check.rows.length) {
    const list = element("dl", "example");
    for (const [name, value] of check.rows) {
      list.append(element("dt", "", name), element("dd", "", value));
    }
    made.push(list);
  }
  if (check.hint) made.push(element("p", "hint", element("b", "", "Hint "), ...markedUp(check.hint)));
  if (check.output) made.push(element("h4", "", "It printed"), element("pre", "", check.output));
  if (check.tryIt) made.push(element("h4", "", "Try it"), element("pre", "", check.tryIt));
  return made;
}

function line(check, text, points) {
  const verdict = check.verdict.replace("_", " ");
  const mark = element("span", `mark ${check.verdict}`, MARKS[check.verdict]);
  mark.setAttribute("role", "img");
  mark.setAttribute("aria-label", verdict);
  return element("div", "line", mark, element("span", "", text), element("span", "value", points));
}

function functionSection(name, checks) {
  const total = (key) => checks.reduce((sum, check) => sum + check[key], 0);
  const points = `${number(total("points"))} / ${number(total("most"))}`;
  const section = element("section", "", element("h3", "", name, element("span", "value", points)));
  const [first] = checks;
  const alike = (check) =>
    !check.rows.length && check.verdict === first.verdict && check.message === first.message;
  if (first.message && checks.every(alike)) {
    section.append(line(first, `${first.verdict.replace("_", " ")}: ${first.message}`, ""));
    return section;
  }
  for (const check of checks.filter((one) => one.verdict !== "skipped")) {
    const passed = check.verdict === "passed";
    const reached = number(check.points) + (passed ? "" : ` / ${number(check.most)}`);
    section.append(line(check, check.title, reached));
    const told = passed ? { ...check, rows: [], output: "", tryIt: "" } : check;
    if (!passed || check.message) section.append(element("div", "details", ...details(told)));
  }
  const waiting = checks.filter((one) => one.verdict === "skipped");
  if (waiting.length) {
    const names = waiting.map((one) => one.name).join(", ");
    const most = waiting.reduce((sum, check) => sum + check.most, 0);
    const text = `skipped until what is above passes: ${names}`;
    section.append(line(waiting[0], text, `0 / ${number(most)}`));
  }
  const printed = new Set(checks.filter((one) => one.verdict === "passed").map((one) => one.output));
  printed.delete("");
  if (printed.size) {
    const summary = element("summary", "", "what it printed where it passed");
    const texts = [...printed].map((text) => element("pre", "", text));
    section.append(element("details", "printed", summary, ...texts));
  }
  return section;
}

function fill(student) {
  const most = data.checks.reduce((sum, [, , , points]) => sum + points, 0);
  const said = [student.id, student.file].filter((text) => text);
  if (student.duration !== null) said.push(`${number(student.duration)} s`);
  const none = student.outcome === "excused" ? "excused" : "no score";
  const score = student.score === null ? none : `${number(student.score)} / ${number(most)}`;
  const name = element("span", "", student.name || student.id);
  name.lang = student.language;
  document.getElementById("who").replaceChildren(name, element("span", "value", score));
  const body = [element("p", "soft", said.join(" · "))];
  for (const [said, comment, by] of student.ruling) {
    const signed = by ? element("span", "soft", ` ${data.texts[by]}`) : "";
    body.push(element("p", "ruled", `✎ ${data.texts[said]}`, signed));
    if (data.texts[comment]) body.push(element("blockquote", "", data.texts[comment]));
  }
  if (student.outcome === "ungraded") {
    body.push(element("p", "alert", "? Not graded, by no fault of the student: grade it again."));
  }
  if (student.outcome === "undecided") {
    body.push(element("p", "alert", "? Undecided: a person has to say which file counts."));
  }
  if (student.later) body.push(element("p", "alert", `? ${data.texts[student.later]}`));
  body.push(...student.notes.map((note) => element("p", "note", `Note: ${data.texts[note]}`)));
  for (const [message, source] of student.problems) {
    body.push(element("p", "problem", `! ${data.texts[message]}`));
    if (data.texts[source]) body.push(element("pre", "", data.texts[source]));
  }
  const checks = data.checks.flatMap(([name, title, graded, points], place) => {
    const found = result(student.results[place]);
    return found ? [{ ...found, name, title, graded, most: points }] : [];
  });
  if (!["nothing", "undecided"].includes(student.state)) {
    if (student.ruling.length) body.push(element("p", "soft", "What the machine found is below."));
    for (const name of new Set(checks.map((check) => check.graded))) {
      body.push(functionSection(name, checks.filter((check) => check.graded === name)));
    }
  }
  document.getElementById("body").replaceChildren(...body);
}

const report = document.getElementById("report");
let cameFromTable = false;

function wanted() {
  if (!location.hash.startsWith("#student=")) return undefined;
  try {
    return byAnchor.get(decodeURIComponent(location.hash.slice("#student=".length)));
  } catch (error) {
    if (error instanceof URIError) return undefined; // an address that was cut or mistyped
    throw error;
  }
}

function show() {
  const student = wanted();
  if (student === undefined) {
    cameFromTable = false;
    report.close();
    return;
  }
  fill(student);
  if (!report.open) report.showModal();
  report.scrollTop = 0;
}

function step(by) {
  const place = shown.findIndex((row) => studentOf.get(row) === wanted());
  const next = shown[place + by];
  if (place >= 0 && next) location.replace(next.querySelector("a").href);
}

addEventListener("hashchange", (event) => {
  if (!event.oldURL.includes("#student=")) cameFromTable = true;
  show();
});
report.addEventListener("close", () => {
  if (wanted() === undefined) return;
  if (cameFromTable) history.back();
  else history.replaceState(null, "", location.href.split("#")[0]);
});
report.addEventListener("click", (event) => {
  if (event.target === report) report.close(); // the backdrop: all else is in a child
});
document.getElementById("close").addEventListener("click", () => report.close());
document.getElementById("before").addEventListener("click", () => step(-1));
document.getElementById("after").addEventListener("click", () => step(1));
show();
