// Sets the place of a record by tapping a map, by the telephone's own position, or by an address
// that other records have; the two fields can always be typed.

const frame = document.querySelector(".place");
const latitude = document.querySelector("#f-latitude");
const longitude = document.querySelector("#f-longitude");

const shown = (degrees) => (Math.round(degrees * 1e6) / 1e6).toString().replace(".", ",");
const read = (field) => {
  const degrees = Number(field.value.trim().replace(",", "."));
  return field.value.trim() !== "" && Number.isFinite(degrees) ? degrees : null;
};

async function start(L) {
  frame.hidden = false;
  const map = ground.open(frame.querySelector(".place__map"));
  const point = L.circleMarker([0, 0], { radius: 8, className: "map__point map__point--0" });
  const words = frame.querySelector(".place__state");

  function set(place, look) {
    latitude.value = shown(place.lat);
    longitude.value = shown(place.lng);
    point.setLatLng(place).addTo(map);
    if (look) map.setView(place, Math.max(map.getZoom(), 17));
    words.textContent = `Vị trí: ${latitude.value}; ${longitude.value}`;
  }

  function typed() {
    const place = [read(latitude), read(longitude)];
    if (place.includes(null)) return false;
    point.setLatLng(place).addTo(map);
    map.setView(place, 17);
    return true;
  }

  map.on("click", (event) => set(event.latlng, false));
  for (const field of [latitude, longitude]) field.addEventListener("change", typed);
  frame.querySelector(".place__here").addEventListener("click", () => {
    words.textContent = "Đang hỏi vị trí của máy…";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => set(L.latLng(coords.latitude, coords.longitude), true),
      () => {
        words.textContent = "Máy không cho biết vị trí. Hãy chạm vào bản đồ hoặc nhập tọa độ.";
      },
      { enableHighAccuracy: true, timeout: 15000 },
    );
  });
  frame.querySelector(".place__address").addEventListener("click", async () => {
    const field = document.querySelector("#f-address, #f-place") ?? document.querySelector("#f-name");
    const address = field?.value.trim() ?? "";
    const answer = await fetch(`${frame.dataset.source}?q=${encodeURIComponent(address)}`);
    const places = answer.ok ? await answer.json() : [];
    const list = frame.querySelector(".place__found");
    words.textContent = places.length
      ? "Các mục có địa chỉ gần giống; chọn một để lấy vị trí:"
      : "Chưa có mục nào có địa chỉ gần giống. Hãy chạm vào bản đồ.";
    list.replaceChildren(
      ...places.map((found) => {
        const item = document.createElement("li");
        const button = document.createElement("button");
        button.type = "button";
        button.className = "link";
        button.textContent = found.label;
        button.addEventListener("click", () => set(L.latLng(found.latitude, found.longitude), true));
        item.append(button);
        return item;
      }),
    );
  });

  // What is there already tells where one is.
  const isSet = typed();
  const [known, borders] = await Promise.all([
    ground.known(map, frame.dataset.layer), ground.borders(map, frame.dataset.borders),
  ]);
  if (!isSet) ground.look(map, borders, known);
  frame.dataset.state = "drawn";
}

if (frame && latitude && longitude && window.L) start(window.L);
