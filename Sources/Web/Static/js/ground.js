// What all maps have in common: there are no tiles, so borders and known records are the ground.

const country = [16, 107];
const afar = 12;

async function json(path) {
  const answer = await fetch(path, { credentials: "same-origin" });
  return answer.ok ? answer.json() : null;
}

globalThis.ground = {
  open(frame, options = {}) {
    const map = window.L.map(frame, { attributionControl: false, maxZoom: 20, ...options });
    return map.setView(country, 5);
  },

  /** On paper a map shows what it showed on the screen, whatever the width of either. */
  fitPaper(map) {
    const frame = map.getContainer();
    let shown;
    const lay = (isPaper) => {
      frame.classList.toggle("map--paper", isPaper);
      // Between the steps of the screen, so that the page is filled.
      map.options.zoomSnap = isPaper ? 0 : 1;
      map.invalidateSize({ animate: false, pan: false });
      map.fitBounds(shown, { animate: false });
    };
    addEventListener("beforeprint", () => {
      shown = map.getBounds();
      lay(true);
    });
    addEventListener("afterprint", () => lay(false));
  },

  /** The borders of the ward and its groups, below all else; the names of groups from near. */
  async borders(map, path) {
    const L = window.L;
    const data = await json(path);
    if (!data || !data.features.length) return null;
    map.createPane("borders").style.zIndex = 300;
    const drawn = L.geoJSON(data, {
      pane: "borders",
      interactive: false,
      style: (feature) => ({ className: `map__border map__border--${feature.properties.kind}` }),
      onEachFeature: (feature, area) => {
        if (!feature.properties.name) return;
        area.bindTooltip(feature.properties.name, {
          permanent: true, direction: "center", className: "map__name",
        });
      },
    });
    // Leaflet finds the middle of an area on the screen: from afar all of them are one pixel.
    if (map.getZoom() < afar) map.fitBounds(drawn.getBounds(), { animate: false });
    drawn.addTo(map);
    const frame = map.getContainer();
    const tell = () => frame.classList.toggle("map--near", map.getZoom() >= 15);
    map.on("zoomend", tell);
    tell();
    return drawn;
  },

  /** What a register has already, as quiet marks that no tap meets. */
  async known(map, path) {
    const L = window.L;
    const data = await json(path);
    if (!data) return null;
    return L.geoJSON(data, {
      interactive: false,
      filter: (feature) => feature.geometry !== null,
      style: () => ({ className: "map__known" }),
      pointToLayer: (_, place) =>
        L.circleMarker(place, {
          radius: 4, interactive: false, className: "map__point map__point--1 map__point--known",
        }),
    }).addTo(map);
  },

  /** Looks at the first of the layers that has anything. */
  look(map, ...layers) {
    const layer = layers.find((layer) => layer?.getBounds().isValid());
    if (layer) map.fitBounds(layer.getBounds(), { padding: [20, 20], maxZoom: 18 });
  },
};
