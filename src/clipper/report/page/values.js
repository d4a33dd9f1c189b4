// Values of records as people read them.
const RECORDS = DATA.records;
const article = (record) => DATA.articles[record.article];

// EDTF: whole days stay as they are, open dates are told in words.
function dateText(date) {
  if (!date) return "";
  if (/^\d{4}(-\d\d){2}$/.test(date)) return date;
  const [year, month, day] = [...date.split("-"), "XX", "XX"].map((part) => (/X/.test(part) ? null : Number(part)));
  const open = date.split("-").length === 3 || year === null;
  const known = lang === "ko"
    ? [year && `${year}년`, month && `${month}월`, day && `${day}일`].filter(Boolean).join(" ")
    : [day && (month ? day : ui("day", { n: day })), month && monthName(month), year && String(year)].filter(Boolean).join(" ");
  const gaps = [year === null && "open_year", open && month === null && "open_month", open && day === null && "open_day"];
  const told = gaps.filter(Boolean).map((gap) => ui(gap)).join(lang === "ko" ? "·" : ", ");
  return told ? `${known} (${ui("open", { parts: told })})`.trim() : known;
}

const monthName = (month) => new Date(Date.UTC(2024, month - 1, 1)).toLocaleString(lang, { month: "long", timeZone: "UTC" });

function rangeText(from, to) {
  if (from && to && from !== to) {
    const short = /^\d{4}-\d\d-\d\d$/.test(to) && from.slice(0, 5) === to.slice(0, 5) && from.length === 10;
    return `${dateText(from)} – ${short ? to.slice(5) : dateText(to)}`;
  }
  return from || !to ? dateText(from) : `– ${dateText(to)}`;
}

// 창원시 + 시장 is 창원시장; 드레스덴 + 부시장 stays two words.
function office(organization, title) {
  const joint = /[시도군구]$/.test(organization ?? "") && /^(시장|도지사|군수|구청장)/.test(title ?? "") && organization.endsWith(title[0]);
  return joint ? organization + title.slice(1) : [organization, title].filter(Boolean).join(" ");
}

function bodyText(body) {
  if (!body) return "";
  if ("title" in body || "organization" in body) {
    return [body.name, office(body.organization, body.title)].filter(Boolean).join(" ");
  }
  return body.name ?? "";
}

function amountText(amount) {
  return amount.value === undefined ? amount.text : `${amount.text} (${amount.currency} ${number(amount.value)})`;
}

function termText(term) {
  return term.replace(/^P/, "").replace(/(\d+)([YMWD])/g, (_, n, unit) => `${ui(`term_${unit.toLowerCase()}`, { n: Number(n) })} `).trim();
}

const unique = (list) => [...new Set(list)];

function who(record) {
  if (record.kind === "mou") return (record.parties ?? []).map((party) => party.name);
  const { leader, organization } = record;
  if (!leader) return [organization?.name ?? ""].filter(Boolean);
  return [bodyText({ ...leader, organization: leader.organization ?? organization?.name })];
}

function where(record) {
  const names = record.kind === "trip" ? (record.destinations ?? []).map((place) => place.name) : [record.place?.name].filter(Boolean);
  return unique(names);
}

const abroad = (record) => record.where.filter((code) => code !== "KR");

function when(record) {
  if (record.kind === "trip") {
    const dates = (record.stops ?? []).flatMap((stop) => [stop.date, stop.until]).filter(Boolean);
    const known = record.start || record.end || !dates.length;
    return known ? rangeText(record.start, record.end) : ui("on_stops", { date: rangeText(dates[0], dates[dates.length - 1]) });
  }
  return record.date ? dateText(record.date) : record.announced ? ui("announced", { date: dateText(record.announced) }) : "";
}

const subtypeOf = (record) => (record.kind === "trip" ? record.direction : record.type);
const subtype = (record) => (subtypeOf(record) ? word(record.kind === "trip" ? "direction" : "mou_type", subtypeOf(record)) : "");
const status = (record) => (record.status ? word(`${record.kind}_status`, record.status) : "");
const published = (record) => (article(record).published ?? "").slice(0, 10);

function short(list, most) {
  return list.length > most ? `${list.slice(0, most).join(", ")} ${ui("others", { n: list.length - most })}` : list.join(", ");
}

function heading(record) {
  const whoText = who(record).join(" · ") || ui("nobody");
  const place = record.kind === "trip" ? where(record).join(", ") || record.where.map(country).join(", ") : "";
  return place ? `${whoText} → ${place}` : whoText;
}
