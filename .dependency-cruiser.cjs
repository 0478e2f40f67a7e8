/**
 * The import table of the design as rules. A layer lists what it may import below src/ and from outside;
 * everything else is forbidden. Node's own modules are free except in the engine, which is arithmetic.
 */
const layers = {
  engine: { inside: [], outside: ["zod", "decimal\\.js"], node: false },
  // esbuild makes one script of a thread (decisions/012).
  threads: { inside: ["engine"], outside: ["esbuild"] },
  charts: {
    inside: ["engine", "threads"],
    outside: ["chart\\.js", "chartjs-[a-z-]+", "@napi-rs/canvas", "@julusian/jpeg-turbo"],
  },
  exchange: { inside: ["engine"], outside: ["ccxt", "csv-parse", "zod"] },
  store: { inside: ["engine"], outside: ["ioredis", "hyparquet", "hyparquet-writer", "zod"] },
  jobs: { inside: ["engine", "charts", "threads"], outside: ["bullmq", "pino", "zod"] },
  bot: {
    inside: ["engine"],
    outside: [
      "grammy",
      "discord\\.js",
      "fastify",
      "@fastify/[a-z-]+",
      "@fluent/[a-z-]+",
      "fastest-levenshtein",
      "zod",
      "luxon",
      "yaml",
    ],
  },
  config: { inside: ["engine"], outside: ["zod", "yaml", "dotenv"] },
};

const rules = Object.entries(layers).flatMap(([name, allowed]) => {
  const from = { path: `^src/${name}/` };
  const inside = [name, ...allowed.inside].join("|");
  const outside = allowed.outside.join("|");
  const result = [
    { name: `${name}-inside`, severity: "error", from, to: { path: "^src/", pathNot: `^src/(${inside})/` } },
    {
      name: `${name}-outside`,
      severity: "error",
      from,
      to: { path: "node_modules/", pathNot: `node_modules/(${outside})/`, dependencyTypesNot: ["core"] },
    },
  ];
  if (allowed.node === false) {
    result.push({ name: `${name}-node`, severity: "error", from, to: { dependencyTypes: ["core"] } });
  }
  return result;
});

module.exports = {
  forbidden: [
    ...rules,
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "rasteriser-only",
      comment: "chart.js and canvas are touched by one file",
      severity: "error",
      from: { path: "^src/charts/", pathNot: "^src/charts/rasteriser\\.ts$" },
      to: { path: "node_modules/(chart\\.js|chartjs-[a-z-]+|@napi-rs/canvas)/" },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
