import { byId } from "./dom.js";

/**
 * Shows a chart as large as the window. Escape, the button or a click anywhere closes it.
 *
 * @param {string} url
 * @param {string} description
 */
export function enlarge(url, description) {
  const dialog = byId("lightbox", HTMLDialogElement);
  const image = dialog.querySelector("img");
  if (!image) return;
  image.src = url;
  image.alt = description;
  dialog.onclick = () => dialog.close();
  dialog.showModal();
}
