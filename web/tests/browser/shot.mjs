// Makes pictures: every figure, the whole page, and the printed sheets.
// Usage: node tests/browser/shot.mjs [--print] [--scale N] OUTDIR REPORT.html...
// --print: figures too as they are printed, without buttons. --scale: pixels of a CSS pixel.
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { launch, open } from "./browser.mjs";

const { values, positionals } = parseArgs({
  options: {
    print: { type: "boolean", default: false },
    scale: { type: "string", default: "1" },
  },
  allowPositionals: true,
});
const [out, ...files] = positionals;
const scale = Number(values.scale);
if (!out || files.length === 0 || !(scale > 0)) {
  console.error("usage: node tests/browser/shot.mjs [--print] [--scale N] OUTDIR REPORT.html...");
  process.exit(2);
}
const browser = await launch();
for (const file of files) {
  const name = basename(file, ".html");
  const folder = join(out, name);
  await mkdir(folder, { recursive: true });
  const { page, context } = await open(browser, file, 1000, 900, scale);
  if (values.print) await page.emulateMedia({ media: "print" });
  for (const figure of await page.locator("figure").all())
    await figure.screenshot({ path: join(folder, `${await figure.getAttribute("id")}.png`) });
  await page.emulateMedia({ media: "screen" });
  await page.screenshot({ path: join(folder, "screen.png"), fullPage: true });
  await page.emulateMedia({ media: "print" });
  let number = 0;
  for (const sheet of await page.locator(".page").all())
    await sheet.screenshot({ path: join(folder, `sheet-${++number}.png`) });
  await context.close();
  console.log(`${name}: ${number} sheets`);
}
await browser.close();
