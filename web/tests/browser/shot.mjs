// Makes pictures: every figure, the whole page, and the printed sheets.
// Usage: node tests/browser/shot.mjs OUTDIR REPORT.html...
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { launch, open } from "./browser.mjs";

const [out, ...files] = process.argv.slice(2);
if (!out || files.length === 0) {
  console.error("usage: node tests/browser/shot.mjs OUTDIR REPORT.html...");
  process.exit(2);
}
const browser = await launch();
for (const file of files) {
  const name = basename(file, ".html");
  const folder = join(out, name);
  await mkdir(folder, { recursive: true });
  const { page, context } = await open(browser, file, 1000, 900);
  for (const figure of await page.locator("figure").all())
    await figure.screenshot({ path: join(folder, `${await figure.getAttribute("id")}.png`) });
  await page.screenshot({ path: join(folder, "screen.png"), fullPage: true });
  await page.emulateMedia({ media: "print" });
  let number = 0;
  for (const sheet of await page.locator(".page").all())
    await sheet.screenshot({ path: join(folder, `sheet-${++number}.png`) });
  await context.close();
  console.log(`${name}: ${number} sheets`);
}
await browser.close();
