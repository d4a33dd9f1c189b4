// The map: countries shaded by their records, places as circles that join where they would cover each other.
const MAP_TALL = 0.414;
const VIEWS = {
  world: [0, -4750, 18000, 7450], asia: [6000, -2950, 3300, 3700], korea: [7650, -2150, 440, 520], europe: [800, -3650, 2900, 2350], america: [11600, -3700, 3800, 3300],
};
const SHADES = [1, 2, 5, 20];
let view = null;

function drawMap(indices) {
  const wide = Math.max(280, $("map").clientWidth || 700);
  const tall = Math.round(Math.max(170, Math.min(wide * MAP_TALL, 340)));
  view = fitted(view ?? VIEWS.world, wide, tall);
  const counts = new Map();
  for (const i of indices) for (const code of RECORDS[i].where) counts.set(code, (counts.get(code) ?? 0) + 1);
  const unit = view[2] / wide;
  const clusters = clustered(indices, unit * 15);
  const picture = svg("svg", { viewBox: view.join(" "), role: "img", "aria-label": mapName(counts, clusters), class: "world", width: wide, height: tall, "--unit": unit },
    svg("g", { class: "lands" }, DATA.outlines.map(([code, path]) => land(code, path, counts.get(code) ?? 0))),
    svg("g", { class: "spots" }, clusters.map((cluster) => spot(cluster, unit))),
    svg("g", { class: "names" }, names(clusters, unit)));
  $("map").replaceChildren(picture);
  drawCountries(counts);
}

function land(code, path, count) {
  const shade = SHADES.filter((least) => count >= least).length;
  return svg("path", { d: path, class: `land shade${shade}`, "data-country": count ? code : null }, count ? svg("title", {}, `${country(code)} ${number(count)}`) : null);
}

// Circles whose middles fall near each other are one; the most frequent place names it.
function clustered(indices, near) {
  const places = new Map();
  for (const i of indices) {
    for (const [x, y, name, code] of RECORDS[i].points) {
      const key = `${x} ${y} ${name}`;
      if (!places.has(key)) places.set(key, { x, y, name, code, trip: 0, mou: 0 });
      places.get(key)[RECORDS[i].kind] += 1;
    }
  }
  const clusters = [];
  for (const place of [...places.values()].sort((a, b) => b.trip + b.mou - a.trip - a.mou)) {
    const host = clusters.find((one) => Math.hypot(one.x - place.x, one.y - place.y) < near);
    if (host) { host.places.push(place); host.trip += place.trip; host.mou += place.mou; }
    else clusters.push({ ...place, places: [place] });
  }
  return clusters;
}

const radius = (cluster, unit) => unit * Math.min(20, 3.5 + 1.7 * Math.sqrt(cluster.trip + cluster.mou));
const spotName = (cluster) => cluster.name || country(cluster.code);

function spot(cluster, unit) {
  const kind = cluster.trip && cluster.mou ? "both" : cluster.trip ? "trip" : "mou";
  const title = `${cluster.places.slice(0, 8).map((place) => `${spotName(place)} ${number(place.trip + place.mou)}`).join(", ")}${cluster.places.length > 8 ? " …" : ""}`;
  return svg("circle", { cx: cluster.x, cy: cluster.y, r: radius(cluster, unit), class: `spot ${kind}${cluster.name ? "" : " whole"}`, "data-spot": cluster.places.length > 1 ? "" : cluster.name || null, "data-country": cluster.name ? null : cluster.code }, svg("title", {}, title));
}

// Names beside the largest circles, as far as they cover neither each other nor the edge.
function names(clusters, unit) {
  const taken = clusters.map((cluster) => ({ x: cluster.x - radius(cluster, unit), y: cluster.y - radius(cluster, unit), w: 2 * radius(cluster, unit), h: 2 * radius(cluster, unit), own: cluster }));
  const free = (box, own) => taken.every((other) => other.own === own || box.x + box.w < other.x || other.x + other.w < box.x || box.y + box.h < other.y || other.y + other.h < box.y);
  const inside = (box) => box.x > view[0] && box.x + box.w < view[0] + view[2] && box.y > view[1] && box.y + box.h < view[1] + view[3];
  const drawn = [];
  for (const cluster of clusters) {
    if (drawn.length >= 28) break;
    const text = spotName(cluster) + (cluster.places.length > 1 ? ` +${cluster.places.length - 1}` : "");
    const [w, high, r] = [textWidth(text) * unit, 13 * unit, radius(cluster, unit) + 3 * unit];
    const boxes = [[r, -high / 2, "start"], [-r - w, -high / 2, "end"], [-w / 2, r, "middle"], [-w / 2, -r - high, "middle"]].map(([x, y, anchor]) => ({ x: cluster.x + x, y: cluster.y + y, w, h: high, anchor }));
    const box = boxes.find((one) => inside(one) && free(one, cluster));
    if (!box) continue;
    taken.push({ ...box, own: null });
    const x = { start: box.x, end: box.x + w, middle: box.x + w / 2 }[box.anchor];
    drawn.push(svg("text", { x, y: box.y + high * 0.8, "font-size": 11.5 * unit, "text-anchor": box.anchor, "stroke-width": 3 * unit }, text));
  }
  return drawn;
}

function mapName(counts, clusters) {
  const top = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 5).map(([code, n]) => `${country(code)} ${number(n)}`).join(", ");
  return ui("map_name", { countries: counts.size, places: clusters.reduce((sum, one) => sum + one.places.length, 0), top });
}

// The same by keyboard: a button for each country.
function drawCountries(counts) {
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 8);
  $("countries").replaceChildren(...most.map(([code, n]) => h("button", { type: "button", "data-country": code, "aria-pressed": String(state.country === code) }, country(code), " ", h("b", {}, number(n)))));
}

function drawViews() {
  const buttons = Object.keys(VIEWS).map((key) => h("button", { type: "button", "data-view": key }, ui(`map_${key}`)));
  const zooms = [["in", "+"], ["out", "−"]].map(([key, sign]) => h("button", { type: "button", "data-zoom": key, "aria-label": ui(`map_${key}`) }, sign));
  $("views").replaceChildren(...buttons, ...zooms);
}

// The part of the map around a box, in the shape of the picture, no larger than the world and inside of it.
function fitted([x, y, w, tallBox], wide, tall) {
  const [left, top, widest] = VIEWS.world;
  const width = Math.min(widest, Math.max(w, (tallBox * wide) / tall));
  const height = (width * tall) / wide;
  const clamp = (value, low, high) => (high < low ? (low + high) / 2 : Math.min(Math.max(value, low), high));
  return [clamp(x + (w - width) / 2, left, left + widest - width), clamp(y + (tallBox - height) / 2, top, top + VIEWS.world[3] - height), width, height];
}

function look(box) {
  const { width, height } = document.querySelector(".world").getBoundingClientRect();
  view = fitted(box, width || 700, height || 350);
  drawMap(current);
}

const zoom = (by, [x, y] = [view[0] + view[2] / 2, view[1] + view[3] / 2]) => {
  const width = Math.max(160, view[2] * by);
  look([x - width / 2, y - (width * view[3]) / view[2] / 2, width, (width * view[3]) / view[2]]);
};

// Dragging moves the map under the pointer; it is drawn anew at the end.
function dragMap(event) {
  const picture = event.target.closest(".world");
  if (!picture || event.button !== 0 || event.pointerType === "touch") return;
  const [start, unit] = [[event.clientX, event.clientY], view[2] / picture.clientWidth];
  let box = view;
  const move = (to) => {
    box = fitted([view[0] - (to.clientX - start[0]) * unit, view[1] - (to.clientY - start[1]) * unit, view[2], view[3]], view[2], view[3]);
    picture.setAttribute("viewBox", box.join(" "));
  };
  const end = (to) => {
    window.removeEventListener("pointermove", move);
    if (Math.hypot(to.clientX - start[0], to.clientY - start[1]) < 4) return;
    const ignore = (click) => click.stopPropagation(); // the one that ends the dragging
    window.addEventListener("click", ignore, { capture: true });
    setTimeout(() => { window.removeEventListener("click", ignore, { capture: true }); look(box); });
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", end, { once: true });
}
