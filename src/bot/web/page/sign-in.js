/** @import { Word, Words } from "./words.js" */
import { byId } from "./dom.js";

/** @type {Readonly<Record<number, Word>>} */
const REFUSALS = { 400: "signInRefused", 401: "signInRefused", 429: "signInTooMany" };

/**
 * Resolves once this browser is signed in: by the link it was opened with, by its cookie, or by the form.
 *
 * @param {Words} words
 * @returns {Promise<void>}
 */
export async function signIn(words) {
  const secret = takeSecret();
  const refusal = secret ? await exchange(secret) : undefined;
  if (await hasSession()) return;
  await askForSecret(words, refusal ? words.say(refusal) : "");
}

/** Ends the session here and at the desk. */
export async function signOut() {
  await fetch("/session", { method: "DELETE" });
  location.reload();
}

/** The secret of the link; it is taken out of the address so that it does not stay in the history. */
function takeSecret() {
  const secret = secretOf(location.hash);
  if (secret) history.replaceState(null, "", location.pathname);
  return secret;
}

/** @param {string} linkOrSecret */
function secretOf(linkOrSecret) {
  return linkOrSecret.trim().replace(/^.*#/, "");
}

/**
 * @param {string} secret
 * @returns {Promise<Word | undefined>} why not
 */
async function exchange(secret) {
  try {
    const answer = await fetch("/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ secret }),
    });
    return answer.ok ? undefined : (REFUSALS[answer.status] ?? "signInFailed");
  } catch {
    return "signInFailed";
  }
}

async function hasSession() {
  try {
    return (await (await fetch("/session")).json()).signedIn === true;
  } catch {
    return false;
  }
}

/**
 * @param {Words} words
 * @param {string} firstError
 * @returns {Promise<void>}
 */
function askForSecret(words, firstError) {
  const section = byId("sign-in", HTMLElement);
  const form = byId("sign-in-form", HTMLFormElement);
  const input = byId("secret", HTMLInputElement);
  const error = byId("sign-in-error", HTMLElement);
  section.hidden = false;
  error.textContent = firstError;
  input.focus();
  return new Promise((resolve) => {
    form.onsubmit = async (event) => {
      event.preventDefault();
      const refusal = await exchange(secretOf(input.value));
      input.value = "";
      error.textContent = refusal ? words.say(refusal) : "";
      if (refusal) return;
      section.hidden = true;
      resolve();
    };
  });
}
