// Says at once that a file is too large, before it is sent; the server looks for itself.

for (const form of document.querySelectorAll("form[data-bytes-max]")) {
  const largest = Number(form.dataset.bytesMax);
  for (const input of form.querySelectorAll("input[type=file]")) {
    input.addEventListener("change", () => {
      const tooLarge = [...input.files].find((file) => file.size > largest);
      input.setCustomValidity(
        tooLarge
          ? `Tệp «${tooLarge.name}» lớn hơn ${Math.floor(largest / 1048576)} MB; hãy bỏ bớt ảnh hoặc quét lại với độ phân giải 300 dpi.`
          : "",
      );
      input.reportValidity();
    });
  }
}
