import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import { workerData } from "node:worker_threads";
import { build, stop } from "esbuild";

// A thread has no loader of TypeScript, and with one it would stand after 0.4 s: eighty files, each asked of another
// thread. So its code is made one script first, in memory, while the packages that it needs are loaded.
const { entry, packages } = workerData;
const require = createRequire(entry);
const bundling = bundle();
for (const name of packages) require(name);
const code = await bundling;
const module = { exports: {} };
const run = compileFunction(code, ["require", "module", "exports"], { filename: fileURLToPath(entry) });
run(require, module, module.exports);

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "cjs",
    packages: "external",
    define: { "import.meta.url": JSON.stringify(entry) },
  });
  await stop();
  return outputFiles[0].text;
}
