// One record: its values, the article with the words that back them, and the way to its neighbours.
const SKIPPED = new Set(["kind", "id", "article", "background", "span", "where", "points", "evidence", "confidence", "stops"]);
let opened = -1;

function valueText(field, value) {
  if (field === "status") return (record) => status(record);
  if (field === "direction" || field === "type") return (record) => subtype(record);
  const text = field === "term" ? termText(value)
    : field === "amounts" ? amountText(value)
    : ["start", "end", "date", "announced", "until"].includes(field) ? dateText(value)
    : field === "countries" ? country(value)
    : typeof value === "number" ? number(value)
    : typeof value === "string" ? value
    : bodyText(value) + (value.country && !("latitude" in value) ? ` (${country(value.country)})` : "");
  return () => text;
}

// A value as a link to its words; the words stand below it where they are not the same.
function valueOf(record, path, field, value) {
  const text = valueText(field, value)(record);
  const spans = record.evidence.filter(([at]) => at === path);
  const quotes = unique(spans.map((span) => quote(record, span)));
  const other = quotes.filter((words) => words !== text);
  return h("a", { class: `value ${groupOf(path)}`, href: spans.length ? `#${wordsId(spans[0][1], spans[0][2])}` : null, id: valueId(path), "data-fields": path },
    h("span", { class: "said" }, said(text)),
    other.length ? h("span", { class: "quote" }, h("span", { class: "unseen" }, ` ${word("field", "evidence")}: `), joined(other.map((words) => said(`“${words}”`)), " ")) : null);
}

function rowsOf(record, values, prefix, name) {
  return Object.entries(values).filter(([field]) => !SKIPPED.has(field)).map(([field, value]) => {
    const list = Array.isArray(value);
    const items = list ? value : [value];
    return [h("dt", {}, name(prefix + field)), items.map((item, i) => h("dd", {}, valueOf(record, prefix + field + (list ? `[${i}]` : ""), field, item)))];
  });
}

function facts(record) {
  const stops = record.stops ?? [];
  return [
    h("h3", {}, ui("facts")),
    h("dl", {}, rowsOf(record, record, "", (field) => fieldWord(field, record.kind))),
    stops.map((stop, i) => [
      h("h4", {}, fieldWord(`stops[${i}]`, record.kind)),
      h("dl", {}, rowsOf(record, stop, `stops[${i}].`, (path) => word("field", path.split(".").pop()))),
    ]),
  ];
}

// Another telling of the same story, left out for this one.
function copyOf(copy) {
  const name = copy.title ?? copy.url ?? copy.path ?? ui("untitled");
  const rest = [copy.publisher, (copy.published ?? "").slice(0, 10), `${Math.round(copy.likeness * 100)} %`].filter(Boolean);
  return h("li", {}, link(copy.link, name), " · ", joined(rest.map(said), " · "));
}

function articlePane(record) {
  const own = article(record);
  // Relative dates of the article are counted from its reference date.
  const counted = own.reference_date && `${word("article", "reference_date")} ${own.reference_date}`;
  const line = [own.publisher, (own.published ?? "").slice(0, 16).replace("T", " "), (own.authors ?? []).join(", "), counted].filter(Boolean);
  return [
    h("h3", {}, ui("article")),
    h("p", { class: "legend" }, ["who", "where", "when", "what"].map((group) => h("span", { class: `key ${group}` }, ui(`group_${group}`)))),
    h("h4", { class: "headline" }, said(own.title ?? ui("untitled"))),
    own.subtitle ? h("p", { class: "subtitle" }, said(own.subtitle)) : null,
    h("p", { class: "byline" }, joined(line.map(said), " · ")),
    own.url ? h("p", { class: "byline address" }, link(own.link, own.url)) : null,
    own.path ? h("p", { class: "byline address" }, said(own.path)) : null,
    h("div", { class: "text", lang: "ko" }, (own.paragraphs ?? []).map((text, i) => paragraphOf(record, text, i))),
    own.copies ? [h("h4", {}, ui("copies")), h("ul", { class: "copies" }, own.copies.map(copyOf))] : null,
    (own.warnings ?? []).length ? h("ul", { class: "warnings" }, own.warnings.map(([code, message]) => h("li", {}, said(`${code}: ${message}`)))) : null,
  ];
}

function drawRecord() {
  const record = RECORDS[opened];
  const at = current.indexOf(opened);
  const tags = [
    h("span", { class: `badge ${record.kind}` }, word("kind", record.kind)), subtype(record) && h("span", { class: "tag" }, subtype(record)),
    status(record) && h("span", { class: `state ${record.status}` }, status(record)), record.background && h("span", { class: "tag" }, ui("background_tag")),
    h("span", { class: "tag" }, `${word("field", "confidence")} ${record.confidence.toFixed(2)}`),
  ];
  $("record").replaceChildren(
    h("div", { class: "bar" },
      h("div", { role: "group", "aria-label": ui("walk") },
        h("button", { type: "button", "data-step": -1, "aria-disabled": String(at <= 0) }, ui("previous")),
        h("button", { type: "button", "data-step": 1, "aria-disabled": String(at < 0 || at === current.length - 1) }, ui("following"))),
      h("span", { class: "quiet" }, at < 0 ? "" : ui("of", { i: at + 1, n: current.length })),
      h("button", { type: "button", "data-close": true }, ui("close"))),
    h("div", { class: "headings" }, h("p", { class: "tags" }, tags), h("h2", { id: "record-title", tabindex: -1 }, said(heading(record))), h("p", { class: "quiet" }, when(record))),
    h("div", { class: "panes" },
      h("section", { class: "pane facts", "aria-label": ui("facts") }, facts(record)),
      h("section", { class: "pane article", "aria-label": ui("article") }, articlePane(record))),
  );
}

function openRecord(i) {
  opened = i;
  drawRecord();
  document.body.classList.add("reading");
  if (!$("record").open) $("record").showModal();
  $("record").scrollTop = 0;
  $("record-title").focus();
  history.replaceState(null, "", `#${RECORDS[i].id}`);
}

function step(by) {
  const to = current[current.indexOf(opened) + by];
  if (to !== undefined && current.includes(opened)) openRecord(to);
}

function closed() {
  if ($("record").open) return; // it was closed only to open otherwise
  document.body.classList.remove("reading");
  document.querySelector(`button[data-record="${opened}"]`)?.focus();
  opened = -1;
  history.replaceState(null, "", "#");
}
