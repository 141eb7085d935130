import { useLayoutEffect, useRef } from "preact/hooks";
import { describe } from "../charts/frame";
import type { Table } from "../data/table";
import type { Context } from "./context";
import { csvOf } from "./csv";
import { fileName, save } from "./download";
import { TableView } from "./table";

/** A chart with all that stands around it. */
export interface FigureSpec {
  /** Unique in the report; letters, digits and hyphens. */
  id: string;
  /** The finding, as a sentence. */
  title: string;
  /** What the picture shows, for who does not see it. */
  text: string;
  /** The numbers of the picture. */
  table: Table;
  source: string;
  draw(document: Document): SVGSVGElement;
}

/** The chart under its finding, with source, numbers and downloads; nothing for null. */
export function Figure({ spec, context }: { spec: FigureSpec | null; context: Context }) {
  return spec && <FigureView spec={spec} context={context} />;
}

function FigureView({ spec, context }: { spec: FigureSpec; context: Context }) {
  const { words, report } = context;
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const svg = spec.draw(document);
    describe(svg, spec.id, spec.title, spec.text);
    place.current?.replaceChildren(svg);
  }, [spec.id]);
  const saveSvg = (): void => {
    const svg = place.current?.firstElementChild;
    if (svg)
      save(fileName(spec.id, "svg"), "image/svg+xml", new XMLSerializer().serializeToString(svg));
  };
  const saveCsv = (): void =>
    save(
      fileName(spec.id, "csv"),
      "text/csv;charset=utf-8",
      csvOf(spec.table, report.lang, words.numbers),
    );
  return (
    <figure class="figure" id={spec.id}>
      <figcaption>{spec.title}</figcaption>
      <div
        class="scroll chart"
        tabIndex={0}
        role="group"
        aria-label={words.charts.scrolls(spec.title)}
        ref={place}
      />
      <p class="source">{spec.source}</p>
      <div class="tools">
        <details>
          <summary>{words.charts.asTable}</summary>
          <TableView table={spec.table} label={words.charts.scrolls(spec.title)} />
        </details>
        <button
          type="button"
          onClick={saveCsv}
          aria-label={`${words.charts.saveCsv}: ${spec.title}`}
        >
          {words.charts.saveCsv}
        </button>
        <button
          type="button"
          onClick={saveSvg}
          aria-label={`${words.charts.saveSvg}: ${spec.title}`}
        >
          {words.charts.saveSvg}
        </button>
      </div>
    </figure>
  );
}
