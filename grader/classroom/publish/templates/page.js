"use strict";

// All text of students goes into the page by textContent: it is shown, and never read as HTML.
// The files page*.js are one script; this one comes first.

const data = JSON.parse(document.getElementById("reports").textContent);

function say(template, facts = {}) { // a literal: the catalogues have all that is said here
  const said = Object.hasOwn(data.words, template) ? data.words[template] : template;
  return said.replace(/\{(\w+)\}/g, (place, name) => (Object.hasOwn(facts, name) ? facts[name] : place));
}

const MARKS = {
  passed: "✓", failed: "✗", error: "✗", timeout: "✗", crashed: "✗",
  not_attempted: "·", skipped: "-", ungraded: "?",
};
const VERDICTS = {
  passed: say("passed"), failed: say("failed"), error: say("error"), timeout: say("timeout"),
  crashed: say("crashed"), not_attempted: say("not attempted"), skipped: say("skipped"),
  ungraded: say("ungraded"),
};
const RANKS = ["passed", "partial", "failed", "nothing", "undecided", "ungraded", "excused"];

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children); // strings become text nodes
  return made;
}

function button(className, text, pressed) {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", pressed);
  return made;
}

const MARKED = /(`[^`]+`|(?<![\w*\\])\*{1,2}(?=\S)[^*`]*[^*`\s\\]\*{1,2}(?![\w*]))/;

function markedUp(hint) { // as grader/text/markup.py
  return hint.split(MARKED).map((part, i) => {
    if (i % 2 && part.startsWith("`")) return element("code", "", part.slice(1, -1));
    const text = part.replace(/\\([!-/:-@[-`{-~])/g, "$1");
    const tag = part.startsWith("**") ? "strong" : "em";
    return i % 2 ? element(tag, "", text.replace(/^\*+|\*+$/g, "")) : text;
  });
}

function number(value) {
  return String(Number(value.toFixed(3)));
}

const byAnchor = new Map(data.students.map((student) => [student.anchor, student]));

function hashWords() { // what the address says after the #
  return new URLSearchParams(location.hash.slice(1));
}
