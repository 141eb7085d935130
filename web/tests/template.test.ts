import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { exampleReport } from "./example";
import { pageOf } from "./examples.mjs";

const template = readFileSync(process.env.MEESTERPLAN_TEMPLATE ?? "", "utf8");
const between = (start: string, end: string): string =>
  template.slice(template.indexOf(start) + start.length, template.lastIndexOf(end));
const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("base64");

test("each placeholder stands in the template once, where it belongs", () => {
  for (const placeholder of ["@LANG@", "@TITLE@", "@REPORT@"])
    assert.equal(template.split(placeholder).length, 2, placeholder);
  assert.match(template, /<html lang="@LANG@">/);
  assert.match(template, /<title>@TITLE@<\/title>/);
  assert.match(template, /<script type="application\/json" id="report">@REPORT@<\/script>/);
});

test("the policy allows the bundle and the styles by their hashes, and nothing else", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(template)?.[1] ?? "";
  assert.match(policy, /^default-src 'none'; /);
  assert.doesNotMatch(policy, /unsafe|http|\*/);
  assert.ok(policy.includes(`script-src 'sha256-${hashOf(between("<script>", "</script>"))}'`));
  assert.ok(policy.includes(`style-src 'sha256-${hashOf(between("<style>", "</style>"))}'`));
});

test("nothing is asked for from elsewhere", () => {
  assert.doesNotMatch(template, / src=|<link|@import|url\(["']?(https?:)?\/\//);
});

test("the template is small enough for a mail", () => {
  assert.ok(template.length < 600 * 1024, `${template.length} bytes`);
});

test("a filled template holds the report as it was", () => {
  const report = exampleReport("board", "nl");
  Object.assign(report.runs[0] ?? {}, { name: "</script><b>&\u2028$&" });
  const json = /id="report">(.*?)<\/script>/s.exec(pageOf(template, report))?.[1] ?? "";
  assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(report)));
});
