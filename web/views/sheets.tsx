import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Run } from "../data/run";
import { isolate, shorten } from "../words/isolate";
import type { Context } from "./context";

/** Where a report comes from, small, under every page. */
function Provenance({ context, page, of }: { context: Context; page: number; of: number }) {
  const { words, report } = context;
  const { decimal } = words.numbers;
  /** What the runs have in common once, else of each in their order. */
  const ofRuns = (told: (run: Run) => string): string =>
    [...new Set(context.answers.map((answer) => told(answer.run)))].join(", ");
  return (
    <div class="provenance">
      <p>
        {ofRuns((run) => isolate(shorten(run.scenario, 60 / context.answers.length)))} {"\u00b7"}{" "}
        {words.pages.provenance(
          ofRuns((run) => String(run.seed)),
          ofRuns((run) => decimal(run.replicates, 0)),
          report.version,
          words.numbers.date(report.written),
          context.answers.map((answer) => answer.run.provenance.result_hash).join(", "),
        )}
      </p>
      <p class="folio">{words.pages.page(page, of)}</p>
    </div>
  );
}

/** Runs `measure` while the page has its layout in print, before anything is painted. */
function inPrintLayout(measure: () => void): void {
  document.documentElement.classList.add("measuring");
  try {
    measure();
  } finally {
    document.documentElement.classList.remove("measuring");
  }
}

/** Exactly one printed A4 for each of the pages; what does not fit is made smaller in print. */
export function Sheets({ context, pages }: { context: Context; pages: ComponentChildren[] }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => inPrintLayout(() => fit(place.current)));
  return (
    <div class="sheets" ref={place}>
      {pages.map((page, number) => (
        <div class="page" key={number}>
          <div class="page-body">
            <div class="page-content">{page}</div>
          </div>
          <Provenance context={context} page={number + 1} of={pages.length} />
        </div>
      ))}
    </div>
  );
}

/** The largest size at which each page holds its content, in steps of a hundredth. */
function fit(sheets: HTMLElement | null): void {
  for (const content of sheets?.querySelectorAll<HTMLElement>(".page-content") ?? []) {
    const fits = (percent: number): boolean => {
      content.style.setProperty("--fit", String(percent / 100));
      const room = content.parentElement?.getBoundingClientRect().height ?? 0;
      const wide = content.scrollWidth > content.clientWidth + 1;
      return !wide && content.getBoundingClientRect().height <= room - 4;
    };
    if (fits(100)) continue;
    let low = 30;
    let high = 100;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (fits(middle)) low = middle;
      else high = middle;
    }
    fits(low);
  }
}

/** Parts of a report that may not be torn apart, laid on as many A4 pages as they need. */
export function Flow({ context, blocks }: { context: Context; blocks: ComponentChildren[] }) {
  const place = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<number[][] | null>(null);
  useLayoutEffect(() => {
    if (pages === null) inPrintLayout(() => setPages(paginate(place.current)));
  });
  if (pages !== null)
    return (
      <Sheets
        context={context}
        pages={pages.map((page) =>
          page.map((block) => (
            <div class="block" key={block}>
              {blocks[block]}
            </div>
          )),
        )}
      />
    );
  return (
    <div class="sheets" ref={place}>
      <div class="page">
        <div class="page-body">
          {blocks.map((block, number) => (
            <div class="block" key={number}>
              {block}
            </div>
          ))}
        </div>
        <Provenance context={context} page={1} of={1} />
      </div>
    </div>
  );
}

function paginate(sheets: HTMLElement | null): number[][] {
  const blocks = [...(sheets?.querySelectorAll<HTMLElement>(".block") ?? [])];
  const room = sheets?.querySelector(".page-body")?.clientHeight ?? 0;
  return fill(
    blocks.map((block) => block.offsetHeight),
    room,
  );
}

/** Places of the blocks on pages of that height, in order; a block that is too tall stands alone. */
export function fill(heights: number[], room: number): number[][] {
  const pages: number[][] = [];
  let used = Infinity;
  heights.forEach((height, block) => {
    if (used + height > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(block);
    used += height;
  });
  return pages.length > 0 ? pages : [[]];
}
