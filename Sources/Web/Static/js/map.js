// Draws the records of registers that have a place. The list of each register says the same in
// words, so that nothing is on the map alone.

const frame = document.querySelector(".map");

/** The first two lines of what is known of a record, as text, never as markup. */
function card(feature, layer) {
  const box = document.createElement("div");
  const link = document.createElement("a");
  link.href = `${layer.dataset.path}/${feature.properties.id}`;
  link.textContent = feature.properties[layer.dataset.name] ?? layer.dataset.title;
  box.append(link);
  for (const key of layer.dataset.columns.split(" ")) {
    const value = feature.properties[key];
    if (value === undefined || key === layer.dataset.name) continue;
    const line = document.createElement("div");
    line.textContent = String(value).replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3/$2/$1");
    box.append(line);
  }
  return box;
}

/**
 * The records of a layer: points for a group of them, lines and areas beside. Colours come from
 * the style sheet, so that they follow light, dark and paper.
 */
function records(L, data, layer) {
  const { kind } = layer.dataset;
  const isPoint = (feature) => feature.geometry?.type === "Point";
  const common = { onEachFeature: (feature, mark) => mark.bindPopup(() => card(feature, layer)) };
  const points = L.geoJSON(data, {
    ...common,
    filter: isPoint,
    pointToLayer: (_, place) =>
      L.circleMarker(place, { radius: 7, className: `map__point map__point--${kind}` }),
  });
  const shapes = L.geoJSON(data, {
    ...common,
    filter: (feature) => feature.geometry !== null && !isPoint(feature),
    style: (feature) => ({
      className: `map__shape map__shape--${feature.geometry.type.toLowerCase()} map__point--${kind}`,
    }),
  });
  return L.featureGroup([shapes, group(L, kind).addLayer(points)]);
}

/** Points that lie close are one circle with their number, until one looks closer. */
function group(L, kind) {
  if (!L.markerClusterGroup) return L.featureGroup();
  return L.markerClusterGroup({
    showCoverageOnHover: false,
    maxClusterRadius: 50,
    disableClusteringAtZoom: 18,
    iconCreateFunction: (cluster) =>
      L.divIcon({
        html: String(cluster.getChildCount()),
        className: `map__cluster map__point--${kind}`,
        iconSize: [34, 34],
      }),
  });
}

async function draw(L) {
  const map = ground.open(frame);
  ground.fitPaper(map);
  const borders = await ground.borders(map, frame.dataset.borders);
  const border = document.querySelector(".map-borders");
  border.addEventListener("change", () => {
    if (border.checked) borders?.addTo(map);
    else borders?.remove();
  });
  const all = L.featureGroup();
  for (const layer of document.querySelectorAll(".map-layers [data-source]")) {
    let drawn;
    const show = async () => {
      if (!layer.checked) return drawn?.remove();
      if (!drawn) {
        const answer = await fetch(layer.dataset.source, { credentials: "same-origin" });
        if (!answer.ok) return;
        drawn ??= records(L, await answer.json(), layer);
      }
      if (layer.checked) drawn.addTo(map);
    };
    layer.addEventListener("change", show);
    await show();
    if (drawn) all.addLayer(drawn);
  }
  ground.look(map, all, borders);
  frame.dataset.state = "drawn";
}

if (frame && window.L) draw(window.L);
