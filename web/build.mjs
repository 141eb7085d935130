// Writes the template of a report: one HTML file with the bundle and the styles in it, allowed by
// their hashes and nothing else. Usage: node build.mjs OUTFILE
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = ["es2022", "chrome105", "firefox110", "safari16"];
const placeholders = ["@LANG@", "@TITLE@", "@REPORT@"];

const hashOf = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

async function bundle() {
  const result = await esbuild.build({
    entryPoints: [join(here, "main.tsx")],
    absWorkingDir: here,
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "preact",
    target,
    charset: "ascii",
    legalComments: "none",
  });
  // A script element would end at its own end tag, also within a string.
  return result.outputFiles[0].text.trim().replace(/<\/script/gi, "<\\/script");
}

async function styles() {
  const screen = await readFile(join(here, "report.css"), "utf8");
  const print = await readFile(join(here, "print.css"), "utf8");
  // The layout of print is also taken on for a moment to measure what fits on a page; :root gives
  // its rules the same weight in both.
  const all = `${screen}\n@media print {\n:root {\n${print}\n}\n}\n.measuring {\n${print}\n}`;
  const { code } = await esbuild.transform(all, { loader: "css", minify: true, target });
  return code.trim();
}

function count(text, part) {
  return text.split(part).length - 1;
}

async function template() {
  const [script, style] = await Promise.all([bundle(), styles()]);
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const parts = { CSP: policy, STYLE: style, SCRIPT: script };
  const source = await readFile(join(here, "template.html"), "utf8");
  const html = source.replace(/\$(CSP|STYLE|SCRIPT)\$/g, (_, name) => parts[name]);
  for (const placeholder of placeholders) {
    if (count(html, placeholder) !== 1)
      throw new Error(
        `${placeholder} must stand in the template once, not ${count(html, placeholder)} times`,
      );
  }
  return html;
}

const out = process.argv[2];
if (!out) {
  console.error("usage: node build.mjs OUTFILE");
  process.exit(2);
}
const html = await template();
await mkdir(dirname(resolve(out)), { recursive: true });
await writeFile(out, html);
console.log(`${out}: ${Math.round(html.length / 1024)} KiB`);
