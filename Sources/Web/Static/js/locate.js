// The position of a citizen's telephone, by one tap; without it the form is sent as well.

const box = document.querySelector(".locate");
const button = box.querySelector("button");
const words = box.querySelector("[role=status]");
const field = (name) => box.closest("form").elements[name];

if (navigator.geolocation) box.hidden = false;
button.addEventListener("click", () => {
  words.textContent = "Đang hỏi vị trí của máy…";
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      field("latitude").value = coords.latitude.toFixed(6);
      field("longitude").value = coords.longitude.toFixed(6);
      words.textContent = `✓ Đã có vị trí, sai số khoảng ${Math.round(coords.accuracy)} m. Nếu không đứng ở chỗ cháy, hãy ghi nơi cháy.`;
    },
    () => {
      words.textContent = "Máy không cho biết vị trí. Hãy ghi nơi cháy ở dưới.";
    },
    { enableHighAccuracy: true, timeout: 10000 },
  );
});
