import { byId, el } from "./dom.js";

const SHOWN_MS = 5_000;
const MOST = 3;

/**
 * A short text above the composer that goes by itself.
 *
 * @param {string} text
 */
export function showToast(text) {
  const list = byId("toasts", HTMLElement);
  const toast = el("p", {}, text);
  toast.addEventListener("click", () => toast.remove());
  list.append(toast);
  while (list.childElementCount > MOST) list.firstElementChild?.remove();
  setTimeout(() => toast.remove(), SHOWN_MS + text.length * 40);
}

/**
 * A text that has to be confirmed.
 *
 * @param {string} text
 */
export function showAlert(text) {
  const dialog = byId("alert", HTMLDialogElement);
  byId("alert-text", HTMLElement).textContent = text;
  const button = dialog.querySelector("button");
  if (button) button.onclick = () => dialog.close();
  if (!dialog.open) dialog.showModal();
}

/**
 * Tells a screen reader what changed out of sight.
 *
 * @param {string} text
 */
export function announce(text) {
  byId("announcer", HTMLElement).textContent = text;
}
