// The code that was graded: its lines, coloured when a report is opened, and those that it names.

const KEYWORDS = new Set((
  "False None True and as assert async await break class continue def del elif else except finally "
  + "for from global if import in is lambda nonlocal not or pass raise return try while with yield"
).split(" "));
const TOKEN = /(#.*)|([rbfu]{0,2}(?:"""|'''))|([rbfu]{0,2}(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?))|([\p{L}_][\p{L}\p{N}_]*)|(\d[\w.]*)/giu;

function stringEnd(line, from, quotes) { // where a string in three quotes ends; -1: not in this line
  const found = quotes === '"""' ? /\\.|"""/g : /\\.|'''/g;
  found.lastIndex = from;
  for (let one = found.exec(line); one; one = found.exec(line)) {
    if (one[0] === quotes) return found.lastIndex;
  }
  return -1;
}

function coloured(lines) { // for each line of Python what stands in it: texts, and elements
  let open = ""; // the quotes of a string that goes on in the next line
  return lines.map((line) => {
    const parts = [];
    const add = (kind, text) => {
      if (text) parts.push(kind ? element("span", kind, text) : text);
    };
    let at = 0, before = "";
    while (at < line.length) {
      if (open) {
        const end = stringEnd(line, at, open);
        add("string", end < 0 ? line.slice(at) : line.slice(at, end));
        if (end < 0) break;
        [at, open] = [end, ""];
        continue;
      }
      TOKEN.lastIndex = at;
      const found = TOKEN.exec(line);
      if (!found) {
        add("", line.slice(at));
        break;
      }
      const [text, comment, triple, string, name] = found;
      add("", line.slice(at, found.index));
      at = found.index + text.length;
      if (triple) open = triple.slice(-3);
      const isDefined = before === "def" || before === "class";
      if (comment) add("comment", text);
      else if (triple || string) add("string", text);
      else if (name) add(KEYWORDS.has(name) ? "keyword" : isDefined ? "defined" : "", text);
      else add("number", text);
      before = name || "";
    }
    return parts;
  });
}

for (const shown of document.querySelectorAll("pre.python")) {
  const lines = shown.textContent.split("\n");
  shown.replaceChildren(...coloured(lines).flatMap((parts) => [...parts, "\n"]));
}

const lineOf = new Map(); // of the report that is open: from a place to its line in the code

function sourceRow(parts, place, checks) {
  const row = element("span", "row", ...parts);
  lineOf.set(place, row);
  if (checks) {
    row.classList.add("named");
    const names = checks.map((one) => (one < 0 ? say("the file") : data.checks[one][0]));
    row.append(element("span", "here", names.length > 3 ? say("{count} checks", { count: names.length }) : names.join(", ")));
  }
  return row;
}

function codePane(student) {
  lineOf.clear();
  const work = data.sources[student.code];
  if (!work) return [];
  const named = new Map(student.lines.map(([unit, line, checks]) => [`${unit}:${line}`, checks]));
  const row = (parts, place) => sourceRow(parts, place, named.get(place));
  return [element("section", "code", element("h3", "", say("The code that was graded")), ...listing(work, row))];
}

function listing(work, row) { // the units of a submission; a row is made of its parts and its place
  const pane = [];
  for (const [label, kind, numbers, more] of work) {
    if (work.length > 1 || kind) {
      pane.push(element("h4", "", data.texts[label] + (kind === "module" ? ` (${say("beside it")})` : "")));
    }
    const lines = numbers.map((place) => data.lines[place]);
    const parts = kind === "prose" ? lines.map((line) => [line]) : coloured(lines);
    const shown = element("pre", kind === "prose" ? "source prose" : "source");
    shown.append(...parts.map((one, i) => row(one, `${label}:${i + 1}`)));
    shown.translate = false;
    pane.push(shown);
    if (more) pane.push(element("p", "soft small", say("… and {count} more lines, in sources/ of this folder", { count: more })));
  }
  return pane;
}

function folded(title, work) { // the code of another attempt; its rows are made when it is opened
  const made = element("details", "", element("summary", "", title));
  const row = (parts) => element("span", "row", ...parts);
  made.addEventListener("toggle", () => made.append(element("div", "", ...listing(work, row))), { once: true });
  return made;
}

function linkToLine(student, check) { // from a check to the line that its report names
  const found = student.lines.filter(([unit, line, checks]) => checks.includes(check) && lineOf.has(`${unit}:${line}`));
  if (!found.length) return "";
  const [unit, line] = found[0];
  return button("plain line-link", say("line {line}", { line }), () => {
    const row = lineOf.get(`${unit}:${line}`);
    for (const one of lineOf.values()) one.classList.toggle("looked-at", one === row);
    row.scrollIntoView({ block: "center" });
  });
}
