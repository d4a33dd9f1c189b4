// The table: one page of rows, heads that sort.
const ROWS = 50;
const PRINTED = 2000;
const COLUMNS = ["kind", "who", "where", "when", "status", "subtype", "confidence", "source"];

const CELLS = {
  kind: (record) => h("span", { class: `badge ${record.kind}` }, word("kind", record.kind)),
  who: (record, i) => [
    h("button", { type: "button", class: "open", "data-record": i, "aria-haspopup": "dialog" }, said(short(who(record), 3) || ui("nobody"))),
    record.background && h("span", { class: "tag" }, ui("background_tag")),
    h("span", { class: "sub" }, said(article(record).title ?? ui("untitled"))),
    h("span", { class: "brief" }, joined([when(record), said(short(where(record), 3) || short(abroad(record).map(country), 3)), status(record)].filter((part) => part && part.textContent !== ""), " · ")),
  ],
  where: (record) => {
    const names = where(record);
    const codes = names.length ? abroad(record) : record.where;
    return [names.length ? said(short(names, 3)) : null, codes.length ? h("span", { class: "sub" }, short(codes.map(country), 3)) : null];
  },
  when: (record) => when(record) || h("span", { class: "quiet" }, ui("undated")),
  status: (record) => status(record) && h("span", { class: `state ${record.status}` }, status(record)),
  subtype: (record) => subtype(record),
  confidence: (record) => h("span", { class: "meter", "--part": record.confidence }, record.confidence.toFixed(2)),
  source: (record) => [said(article(record).publisher ?? ""), h("span", { class: "sub" }, published(record))],
};

function row(i) {
  const record = RECORDS[i];
  return h("tr", { "data-record": i, class: record.background ? "background" : null }, COLUMNS.map((key) => {
    const cell = CELLS[key](record, i);
    return h(key === "who" ? "th" : "td", { class: key, scope: key === "who" ? "row" : null }, Array.isArray(cell) ? cell : [cell]);
  }));
}

function heads() {
  $("heads").replaceChildren(...COLUMNS.map((key) => h(
    "th", { scope: "col", class: key, "aria-sort": key === state.sort ? (state.down ? "descending" : "ascending") : null },
    h("button", { type: "button", "data-sort": key }, ui(`col_${key}`)),
    h("span", { class: "paper", "aria-hidden": "true" }, ui(`col_${key}`)), // no button is printed again on each page
  )));
  fill($("sort"), COLUMNS.map((key) => [key, ui(`col_${key}`)]));
  $("sort").value = state.sort;
  $("turn").textContent = ui(state.down ? "descending" : "ascending");
}

function drawTable(indices) {
  const last = Math.max(0, Math.ceil(indices.length / ROWS) - 1);
  state.page = Math.min(state.page, last);
  const from = state.page * ROWS;
  const shown = indices.slice(from, from + ROWS);
  $("rows").replaceChildren(...shown.map(row));
  $("none").hidden = indices.length > 0;
  $("none").textContent = ui("none");
  $("count").textContent = ui(indices.length === RECORDS.length ? "count_all" : "count", { n: indices.length, all: RECORDS.length });
  $("page").textContent = indices.length ? ui("page", { from: from + 1, to: from + shown.length, n: indices.length }) : "";
  $("back").setAttribute("aria-disabled", state.page === 0);
  $("on").setAttribute("aria-disabled", state.page === last);
  document.querySelector(".pager").hidden = last === 0;
}

function turnPage(by) {
  if ($(by < 0 ? "back" : "on").getAttribute("aria-disabled") === "true") return;
  state.page += by;
  drawTable(current);
  $("records").scrollIntoView();
}

function sortBy(key) {
  state.down = key === state.sort ? !state.down : ["when", "confidence", "source"].includes(key);
  state.sort = key;
}

// On paper there are no pages to turn: all rows that are found, within reason.
function printRows() {
  $("rows").replaceChildren(...current.slice(0, PRINTED).map(row));
  $("none").hidden = current.length > 0 && current.length <= PRINTED;
  if (current.length > PRINTED) $("none").textContent = ui("print_limit", { n: PRINTED, all: current.length });
}
