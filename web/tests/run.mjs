// Bundles the tests and runs them with node --test; works on Node 18.
// Usage: node tests/run.mjs [DIR], where DIR takes the bundles (default: a new temporary folder).
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? (await mkdtemp(join(tmpdir(), "meesterplan-web-")));
const tests = (await readdir(here)).filter((file) => /\.test\.tsx?$/.test(file)).sort();

await esbuild.build({
  entryPoints: tests.map((file) => join(here, file)),
  absWorkingDir: dirname(here),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node18",
  jsx: "automatic",
  jsxImportSource: "preact",
  // linkedom asks for it only where it is installed.
  external: ["canvas"],
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  logLevel: "warning",
});
const bundles = tests.map((file) => join(out, basename(file).replace(/\.tsx?$/, ".mjs")));
const template = join(out, "template.html");
const built = spawnSync(process.execPath, [join(here, "..", "build.mjs"), template], {
  stdio: "inherit",
});
if (built.status !== 0) process.exit(1);
const { status } = spawnSync(process.execPath, ["--test", ...bundles], {
  stdio: "inherit",
  env: { ...process.env, MEESTERPLAN_TEMPLATE: template },
});
process.exit(status ?? 1);
