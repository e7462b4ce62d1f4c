// A report: what the address says after the #, in a dialog, beside the code that was graded.

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

function details(check) {
  const made = [];
  if (check.message) made.push(element("p", check.verdict === "passed" ? "soft" : "message", check.message));
  if (check.rows.length) {
    const list = element("dl", "example");
    for (const [name, value] of check.rows) {
      list.append(element("dt", "", name), element("dd", "", value));
    }
    made.push(list);
  }
  check.hint.split("\n\n").filter((text) => text).forEach((text, i) => {
    const head = i ? [] : [element("b", "", say("Hint")), " "];
    made.push(element("p", "hint", ...head, ...markedUp(text)));
  });
  if (check.output) made.push(element("h4", "", say("It printed")), element("pre", "", check.output));
  if (check.tryIt) made.push(element("h4", "", say("Try it")), element("pre", "", check.tryIt));
  return made;
}

function line(check, text, points, ...more) {
  const mark = element("span", `mark ${check.verdict}`, MARKS[check.verdict]);
  mark.setAttribute("role", "img");
  mark.setAttribute("aria-label", VERDICTS[check.verdict]);
  return element("div", "line", mark, element("span", "", text, ...more), element("span", "value", points));
}

function functionSection(student, name, checks) {
  const total = (key) => checks.reduce((sum, check) => sum + check[key], 0);
  const points = `${number(total("points"))} / ${number(total("most"))}`;
  const section = element("section", "", element("h3", "", name, element("span", "value", points)));
  const [first] = checks;
  const alike = (check) =>
    !check.rows.length && check.verdict === first.verdict && check.message === first.message;
  if (first.message && checks.every(alike)) {
    section.append(line(first, `${VERDICTS[first.verdict]}: ${first.message}`, ""));
    return section;
  }
  for (const check of checks.filter((one) => one.verdict !== "skipped")) {
    const passed = check.verdict === "passed";
    const reached = number(check.points) + (passed ? "" : ` / ${number(check.most)}`);
    section.append(line(check, check.title, reached, passed ? "" : linkToLine(student, check.place)));
    const told = passed ? { ...check, rows: [], output: "", tryIt: "" } : check;
    if (!passed || check.message) section.append(element("div", "details", ...details(told)));
  }
  const waiting = checks.filter((one) => one.verdict === "skipped");
  if (waiting.length) {
    const names = waiting.map((one) => one.name).join(", ");
    const most = waiting.reduce((sum, check) => sum + check.most, 0);
    const text = say("skipped until what is above passes: {names}", { names });
    section.append(line(waiting[0], text, `0 / ${number(most)}`));
  }
  const printed = new Set(checks.filter((one) => one.verdict === "passed").map((one) => one.output));
  printed.delete("");
  if (printed.size) {
    const summary = element("summary", "", say("what it printed where it passed"));
    const texts = [...printed].map((text) => element("pre", "", text));
    section.append(element("details", "printed", summary, ...texts));
  }
  return section;
}

function decided(student) { // what people decided, their comments, and who wrote them when
  const made = [];
  for (const [said, comment, by] of student.ruling) {
    const signed = by ? element("span", "soft", ` ${data.texts[by]}`) : "";
    made.push(element("p", "ruled", `✎ ${data.texts[said]}`, signed));
    if (data.texts[comment]) made.push(element("blockquote", "", data.texts[comment]));
  }
  return made;
}

function alerts(student) {
  const made = [];
  if (student.outcome === "ungraded") {
    made.push(say("Not graded, by no fault of the student: grade it again."));
  }
  if (student.outcome === "undecided") {
    made.push(say("Undecided: a person has to say which file counts."));
  }
  if (student.later) made.push(data.texts[student.later]);
  const shown = made.map((text) => element("p", "alert", `? ${text}`));
  return student.uses.length ? [...shown, element("pre", "uses", student.uses.join("\n"))] : shown;
}

function moment(text) { // a time as ISO 8601 writes it, to the minute
  return text.slice(0, 16).replace("T", " ");
}

function attempts(student) { // all versions that were graded, and which of them counts
  const body = element("tbody", "");
  student.attempts.forEach(([file, when, isHandedIn, score, counts], place) => {
    const row = element("tr", counts ? "counts" : "");
    const time = isHandedIn ? moment(when) : say("graded {time}", { time: moment(when) });
    for (const text of [String(place + 1), time, data.texts[file], score === null ? "" : number(score), counts ? say("counts") : ""]) {
      row.append(element("td", "", text));
    }
    body.append(row);
  });
  const head = element("tr", "");
  for (const text of ["#", say("handed in"), say("file"), say("score"), ""]) {
    const cell = element(text ? "th" : "td", "", text);
    if (text) cell.scope = "col";
    head.append(cell);
  }
  const codes = student.attempts.flatMap(([file, , , , , code], place) => {
    const title = say("The code of attempt {number}, {file}", { number: place + 1, file: data.texts[file] });
    return code && code !== student.code ? [folded(title, data.sources[code])] : [];
  });
  const table = element("table", "", element("thead", "", head), body);
  return element("section", "attempts", element("h3", "", say("Attempts")), table, ...codes);
}

function said(student) { // what the report says, above the checks
  const facts = [student.id, student.file].filter((text) => text);
  if (student.group) facts.push(say("group {name}", { name: student.group }));
  if (student.duration !== null) facts.push(`${number(student.duration)} s`);
  const body = [element("p", "soft", facts.join(" · ")), ...decided(student), ...alerts(student)];
  if (student.lateness) body.push(element("p", "note", data.texts[student.lateness]));
  for (const note of student.notes) {
    body.push(element("p", "note", say("Note: {note}", { note: data.texts[note] })));
  }
  for (const [message, source] of student.problems) {
    body.push(element("p", "problem", `! ${data.texts[message]}`));
    if (data.texts[source]) body.push(element("pre", "", data.texts[source]));
  }
  return body;
}

function fill(student) {
  const most = data.checks.reduce((sum, [, , , points]) => sum + points, 0);
  const none = student.outcome === "excused" ? say("excused") : say("no score");
  const score = student.score === null ? none : `${number(student.score)} / ${number(most)}`;
  const name = element("span", "", student.name || student.id);
  name.lang = student.language;
  document.getElementById("who").replaceChildren(name, element("span", "value", score));
  const code = codePane(student);
  const body = said(student);
  if (student.attempts.length > 1) body.push(attempts(student));
  const found = data.checks.flatMap(([name, title, graded, points], place) => {
    const one = result(student.results[place]);
    return one ? [{ ...one, name, title, graded, most: points, place }] : [];
  });
  if (!["nothing", "undecided"].includes(student.state)) {
    if (student.ruling.length) body.push(element("p", "soft", say("What the machine found is below.")));
    for (const name of new Set(found.map((check) => check.graded))) {
      body.push(functionSection(student, name, found.filter((check) => check.graded === name)));
    }
  }
  document.getElementById("body").replaceChildren(...body);
  document.getElementById("code").replaceChildren(...code);
  report.classList.toggle("with-code", code.length > 0);
}

const report = document.getElementById("report");
let cameFromTable = false;

function wanted() {
  return byAnchor.get(hashWords().get("student"));
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
  else {
    history.replaceState(null, "", location.href.split("#")[0]);
    if (table) note();
  }
});
report.addEventListener("click", (event) => {
  if (event.target === report) report.close(); // the backdrop: all else is in a child
});
document.getElementById("close").addEventListener("click", () => report.close());
document.getElementById("before").addEventListener("click", () => step(-1));
document.getElementById("after").addEventListener("click", () => step(1));
show();
