// Draws a line or an area by taps into the text of its field, as well-known text. The text can
// always be typed or pasted instead; nothing is kept that does not stand in it.

const earthMetres = 6371008.8;
const radians = (degrees) => (degrees * Math.PI) / 180;
const least = { line: 2, area: 3 };

function metres(a, b) {
  const north = Math.sin(radians(b.lat - a.lat) / 2);
  const east = Math.sin(radians(b.lng - a.lng) / 2);
  const chord = north ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * east ** 2;
  return 2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(chord)));
}

const length = (points) =>
  points.slice(1).reduce((sum, point, index) => sum + metres(points[index], point), 0);

function squareMetres(points) {
  const scale = radians(1) * earthMetres;
  const narrow = Math.cos(radians(points[0].lat));
  const plane = points.map((point) => [
    (point.lng - points[0].lng) * scale * narrow, (point.lat - points[0].lat) * scale,
  ]);
  const sum = plane.reduce((sum, [x, y], index) => {
    const [u, v] = plane[(index + 1) % plane.length];
    return sum + x * v - u * y;
  }, 0);
  return Math.abs(sum / 2);
}

/** The points of a text; the last of a ring is its first. */
function read(text, kind) {
  const pairs = [...text.matchAll(/(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)/g)];
  const points = pairs.map(([, lng, lat]) => ({ lat: Number(lat), lng: Number(lng) }));
  const last = points.at(-1);
  const isClosed = points.length > 1 && last.lat === points[0].lat && last.lng === points[0].lng;
  return kind === "area" && isClosed ? points.slice(0, -1) : points;
}

function write(points, kind) {
  if (points.length < least[kind]) return "";
  const words = (points) =>
    points.map((point) => `${+point.lng.toFixed(6)} ${+point.lat.toFixed(6)}`).join(", ");
  return kind === "line"
    ? `LINESTRING (${words(points)})`
    : `POLYGON ((${words([...points, points[0]])}))`;
}

const count = (number) => Math.round(number).toLocaleString("vi-VN");
const long = (points) => `dài ${count(length(points))} m`;

function wide(points) {
  const area = squareMetres(points);
  return area < 10000
    ? `rộng ${count(area)} m²`
    : `rộng ${(area / 10000).toLocaleString("vi-VN", { maximumFractionDigits: 2 })} ha`;
}

async function start(L, frame) {
  const { kind } = frame.dataset;
  const field = document.getElementById(frame.dataset.field);
  if (!field) return;
  frame.hidden = false;
  const part = (name) => frame.querySelector(`.draw__${name}`);
  const [words, undo, finish, clear, take] =
    ["state", "undo", "finish", "clear", "take"].map(part);
  const map = ground.open(part("map"), { doubleClickZoom: false });
  const style = { className: `draw__shape draw__shape--${kind}`, interactive: false };
  const shape = (kind === "line" ? L.polyline([], style) : L.polygon([], style)).addTo(map);
  const corners = L.featureGroup().addTo(map);
  let points = read(field.value, kind);
  let isDrawing = points.length === 0;

  function tell() {
    const rest = least[kind] - points.length;
    const size = rest > 0 ? "" : kind === "line" ? long(points) : wide(points);
    const next = isDrawing ? "Chạm để thêm điểm; xong thì bấm «Xong»." : "Bấm «Vẽ tiếp» để thêm điểm.";
    words.textContent = rest > 0
      ? `Chạm vào bản đồ để vẽ, còn ít nhất ${rest} điểm.`
      : `${points.length} điểm, ${size}. ${next}`;
    undo.disabled = clear.disabled = points.length === 0;
    finish.disabled = rest > 0;
    finish.textContent = isDrawing ? "Xong" : "Vẽ tiếp";
    if (!take) return;
    const other = document.getElementById(take.dataset.field);
    take.hidden = isDrawing || rest > 0 || !other || other.value.trim() !== "";
    if (!take.hidden) take.textContent = `Ghi ${count(length(points))} m vào «${take.dataset.label}»`;
  }

  function show() {
    shape.setLatLngs(points);
    corners.clearLayers();
    for (const point of points) {
      L.circleMarker(point, { radius: 5, interactive: false, className: "draw__corner" })
        .addTo(corners);
    }
    tell();
  }

  function set(changed) {
    points = changed;
    field.value = write(points, kind);
    show();
  }

  map.on("click", ({ latlng }) => {
    if (!isDrawing) return;
    if (points.length >= Number(frame.dataset.verticesMax)) {
      words.textContent = `Đã đủ ${count(points.length)} điểm, không thêm được nữa.`;
      return;
    }
    set([...points, { lat: latlng.lat, lng: latlng.lng }]);
  });
  undo.addEventListener("click", () => {
    isDrawing = true;
    set(points.slice(0, -1));
  });
  clear.addEventListener("click", () => {
    isDrawing = true;
    set([]);
  });
  finish.addEventListener("click", () => {
    isDrawing = !isDrawing;
    tell();
  });
  take?.addEventListener("click", () => {
    const other = document.getElementById(take.dataset.field);
    other.value = String(Math.round(length(points)));
    tell();
    other.focus();
  });
  field.addEventListener("change", () => {
    points = read(field.value, kind);
    isDrawing = points.length === 0;
    show();
    if (points.length) map.fitBounds(shape.getBounds(), { padding: [20, 20], maxZoom: 18 });
  });

  show();
  const [known, borders] = await Promise.all([
    ground.known(map, frame.dataset.layer), ground.borders(map, frame.dataset.borders),
  ]);
  ground.look(map, points.length ? shape : null, borders, known);
  frame.dataset.state = "drawn";
}

if (window.L) for (const frame of document.querySelectorAll(".draw")) start(window.L, frame);
