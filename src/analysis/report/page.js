// Conveniences only: without this script all of the page is there and every link works.
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// Filters: the event table and the reading view, each by actor, article and date.

function overlaps(element, from, to) {
  const first = element.dataset.from, last = element.dataset.to || first;
  return !!first && (!to || first <= to) && (!from || last >= from);
}

function wanted(form) {
  const value = name => form.elements[name].value;
  return { actor: value("actor"), article: value("article"), from: value("from"), to: value("to") };
}

function filterEvents(form, rows) {
  const { actor, article, from, to } = wanted(form);
  let shown = 0;
  for (const row of rows) {
    const fits = (!actor || row.dataset.actors.split(" ").includes(actor))
      && (!article || row.dataset.articles.split(" ").includes(article))
      && (!from && !to || overlaps(row, from, to));
    row.hidden = !fits;
    shown += fits;
  }
  form.querySelector("output").value = `${shown} of ${rows.length} events`;
}

function filterArticles(form, articles) {
  const { actor, article, from, to } = wanted(form);
  const hits = element => (!actor || all(".actor", element).some(mark => mark.dataset.actor === actor))
    && (!from && !to || all(".time", element).some(mark => overlaps(mark, from, to)));
  let shown = 0, total = 0;
  for (const one of articles) {
    const here = !article || one.dataset.article === article;
    let any = false;
    for (const paragraph of all(":scope > p:not(.source, .note), :scope > blockquote", one)) {
      paragraph.hidden = !(here && hits(paragraph));
      any ||= !paragraph.hidden;
      total += 1;
      shown += !paragraph.hidden;
    }
    one.hidden = !here || !any && !!(actor || from || to);
  }
  form.querySelector("output").value = actor || article || from || to
    ? `${shown} of ${total} paragraphs${actor ? " that name the actor" : ""}${from || to ? " with a date in that time" : ""}`
    : "";
}

function addFilter(before, label, run) {
  const form = document.getElementById("filter").content.firstElementChild.cloneNode(true);
  form.setAttribute("aria-label", label);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", () => run(form));
  form.addEventListener("reset", () => setTimeout(() => run(form)));
  before.before(form);
  return form;
}

const events = document.querySelector("tbody.events");
const articles = all("article");
const forms = [];
if (events) {
  const rows = [...events.rows];
  forms.push(addFilter(events.closest(".table"), "Filter the events", form => filterEvents(form, rows)));
}
if (articles.length) {
  forms.push(addFilter(articles[0], "Filter the articles", form => filterArticles(form, articles)));
}

// Sorting: a table's column heads become buttons.

function sortKey(row, place) {
  const cell = row.cells[place];
  const text = cell.dataset.sort ?? cell.textContent.trim();
  const number = parseFloat(text.replaceAll(",", "").replace("−", "-"));
  return /^[−-]?[\d,.]+%?$/.test(text) ? number : text.toLowerCase();
}

function compare(one, other) {
  if (one === "" || other === "" || one === "–" || other === "–") return 0;
  return typeof one === "number" && typeof other === "number" ? one - other : String(one).localeCompare(String(other), "en");
}

const absent = key => key === "" || key === "–";

function sortBy(head, place) {
  const body = head.closest("table").tBodies[0];
  const down = head.getAttribute("aria-sort") === "ascending";
  const keyed = [...body.rows].map(row => [sortKey(row, place), row]);
  keyed.sort(([one], [other]) => absent(one) - absent(other) || (down ? -1 : 1) * compare(one, other));
  body.append(...keyed.map(([, row]) => row));
  for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
}

for (const table of all("main table")) {
  if (!table.tHead || table.tBodies[0].rows.length < 3) continue;
  [...table.tHead.rows[0].cells].forEach((head, place) => {
    if (!head.textContent.trim()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sortBy(head, place));
    head.append(button);
  });
}

// Links inside the page: show what they lead to, and offer the way back.

let origin = null;

function arrive() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  all(".return").forEach(element => element.remove());
  if (!target) return;
  if (target.closest("[hidden]")) forms.forEach(form => form.reset());
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  setTimeout(() => target.scrollIntoView({ block: target.matches(".sentence, tr") ? "center" : "start" }));
  const from = origin;
  origin = null;
  if (!from || !target.matches(".sentence")) return;
  const back = document.createElement("button");
  back.type = "button";
  back.className = "return";
  back.textContent = "back";
  back.addEventListener("click", () => {
    back.remove();
    from.scrollIntoView({ block: "center" });
    from.focus({ preventScroll: true });
  });
  target.after(" ", back);
}

document.addEventListener("click", event => {
  const link = event.target.closest?.('a[href^="#"]');
  if (link) origin = link;
});
addEventListener("hashchange", arrive);
if (location.hash) arrive();
