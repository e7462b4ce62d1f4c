// The table: sorted by a click on its head, filtered by what is typed and chosen.

const SIZE = 50; // rows of a part, as the page was written
const table = document.querySelector("table.students");
const rows = table ? [...table.tBodies].flatMap((part) => [...part.rows]) : [];
const studentOf = new Map(rows.map((row, place) => [row, data.students[place]]));
let order = rows;
let shown = rows;
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

const checks = [...document.querySelectorAll("input[name=only]")];
const find = document.getElementById("find");
const outcome = document.getElementById("outcome");
const mistake = document.getElementById("mistake");
const group = document.getElementById("group");
const chosen = [["find", find], ["show", outcome], ["mistake", mistake], ["group", group]];
let sorted = ""; // what the table is sorted by, with a minus before it where it goes down

for (const student of data.students) {
  const made = student.results.map((index) => data.texts[(data.results[index] || [])[3] || 0]);
  student.mistakes = new Set([...made.filter((name) => name), ...student.unnamed]);
  const words = [student.id, student.name, student.file, student.group, ...student.mistakes];
  if (student.ruling.length) words.push(say("decided by a person"));
  student.words = words.join("\n").toLowerCase();
  student.rank = RANKS.indexOf(student.outcome);
}

function sort(head, down) {
  for (const other of head.parentElement.cells) other.setAttribute("aria-sort", "none");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  sorted = (down ? "-" : "") + head.firstElementChild.dataset.key;
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

function fits(student, wanted) {
  return (
    student.words.includes(wanted)
    && ["", student.outcome].includes(outcome.value)
    && (!mistake || !mistake.value || student.mistakes.has(mistake.value))
    && (!group || !group.value || student.group === group.value)
    && checks.every((check) => !check.checked || student.flags.includes(check.value))
  );
}

function arrange() {
  const wanted = find.value.trim().toLowerCase();
  shown = order.filter((row) => fits(studentOf.get(row), wanted));
  const all = rows.length === 1 ? say("1 student") : say("{count} students", { count: rows.length });
  const count = shown.length === rows.length ? all : say("{count} of {all}", { count: shown.length, all });
  document.getElementById("shown").value = count;
  [...table.tBodies].forEach((part, place) => {
    const inside = shown.slice(place * SIZE, (place + 1) * SIZE);
    part.replaceChildren(...inside);
    part.classList.toggle("whole", inside.length === SIZE);
  });
}

// What is chosen stands in the address, so that a link to it, or the page made anew, shows the same.

function chosenWords() {
  const words = new URLSearchParams();
  for (const [name, field] of chosen) if (field && field.value.trim()) words.set(name, field.value.trim());
  for (const check of checks) if (check.checked) words.append("only", check.value);
  if (sorted) words.set("sort", sorted);
  return words;
}

function note() {
  if (hashWords().has("student")) return;
  const said = String(chosenWords());
  history.replaceState(history.state, "", said ? `#${said}` : location.href.split("#")[0]);
}

function choose(words) {
  for (const [name, field] of chosen) if (field && words.has(name)) field.value = words.get(name);
  for (const field of [outcome, mistake, group]) if (field && field.selectedIndex < 0) field.value = "";
  if (words.has("only")) for (const check of checks) check.checked = words.getAll("only").includes(check.value);
  const key = (words.get("sort") || "").replace(/^-/, "");
  const head = [...table.tHead.rows[0].cells].find((cell) => cell.firstElementChild.dataset.key === key);
  if (head) sort(head, words.get("sort").startsWith("-"));
  else arrange(); // a browser may have kept what was typed
}

function showOnly(name, value) { // the students who made this mistake
  for (const [, field] of chosen) if (field) field.value = "";
  for (const check of checks) check.checked = false;
  (name === "mistake" && mistake ? mistake : find).value = value;
  arrange();
  note();
  find.scrollIntoView();
  find.focus();
}

if (table) {
  for (const head of table.tHead.rows[0].cells) {
    head.firstElementChild.addEventListener("click", () => {
      sort(head, head.getAttribute("aria-sort") === "ascending");
      note();
    });
  }
  find.form.addEventListener("input", () => {
    arrange();
    note();
  });
  find.form.addEventListener("submit", (event) => event.preventDefault());
  table.addEventListener("click", (event) => {
    const row = event.target.closest("tbody tr");
    if (!row || event.target.closest("a") || String(getSelection())) return;
    row.querySelector("a").click();
  });
  for (const button of document.querySelectorAll("button.find")) {
    button.addEventListener("click", () => showOnly(button.dataset.by, button.dataset.find));
  }
  choose(hashWords());
}
