// What the table does not show: inputs that were not read, and articles without a record.
const SOME = 100;

function source(one) {
  return one.url ? link(one.link, one.url) : said(one.path ?? "");
}

// A table that grows by a button: there may be thousands.
function growing(box, heads, list, cells) {
  const body = h("tbody");
  const more = h("button", { type: "button" });
  let shown = 0;
  const grow = () => {
    const fresh = list.slice(shown, shown + SOME);
    body.append(...fresh.map((one) => h("tr", {}, cells(one).map((cell) => h("td", {}, cell)))));
    shown += fresh.length;
    more.hidden = shown >= list.length;
    more.textContent = ui("show_more", { n: Math.min(SOME, list.length - shown) });
  };
  more.addEventListener("click", grow);
  grow();
  const table = h("table", {}, h("thead", {}, h("tr", {}, heads.map((text) => h("th", { scope: "col" }, text)))), body);
  box.replaceChildren(table, more);
}

const BLANK = (() => {
  const told = new Set(RECORDS.map((record) => record.article));
  return DATA.articles.filter((_, i) => !told.has(i));
})();

function drawNotes() {
  const failures = DATA.failures;
  $("failures").hidden = !failures.length;
  $("failures-title").textContent = ui("failures", { n: failures.length });
  growing($("failures-list"), [word("article", "source"), ui("reason"), word("error", "stage")], failures,
    (one) => [source(one), [said(one.message), one.hint ? h("span", { class: "sub" }, said(one.hint)) : null], `${one.stage}: ${one.code}`]);
  $("blanks").hidden = !BLANK.length;
  $("blanks-title").textContent = ui("blanks", { n: BLANK.length });
  growing($("blanks-list"), [word("article", "title"), word("article", "publisher"), word("article", "published")], BLANK,
    (one) => [one.link ? link(one.link, one.title ?? one.url) : said(one.title ?? one.path ?? ui("untitled")), said(one.publisher ?? ""), (one.published ?? "").slice(0, 10)]);
}
