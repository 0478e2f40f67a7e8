import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/**
 * Path of a Chromium for the browser test: `CHROMIUM_BIN`, one on the PATH, or Debian's package, which is
 * installed when this is Debian and the user is root. Otherwise `undefined`, after one line that says why.
 *
 * @returns {Promise<string | undefined>}
 */
export async function ensureChromium() {
  const configured = process.env.CHROMIUM_BIN;
  if (configured) {
    if (isExecutable(configured)) return configured;
    return missing(`CHROMIUM_BIN=${configured} is not an executable file`);
  }
  const found = findChromium();
  if (found) return found;
  if (!existsSync("/etc/debian_version")) return missing("install Chromium, or set CHROMIUM_BIN to its path");
  if (process.getuid?.() !== 0) return missing("run: sudo apt-get install -y chromium");
  return install() ? findChromium() : missing("apt-get install -y chromium failed");
}

/** @returns {string | undefined} */
function findChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function install() {
  console.error("installing Debian's chromium for the browser test");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (/** @type {readonly string[]} */ ...args) =>
    spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
  const packages = ["install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"];
  return apt(...packages) || (apt("update") && apt(...packages));
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} reason */
function missing(reason) {
  console.error(`no Chromium for the browser test: ${reason}`);
  return undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = await ensureChromium();
  if (path) console.log(path);
  else process.exitCode = 1;
}
