import { parseHTML } from "linkedom";
import { render } from "preact";
import type { Report } from "../data/report";
import { contextOf } from "../views/context";
import { ReportView } from "../views/report";
import { createElement } from "preact";

/** An empty document without a browser; it measures nothing. */
export function emptyDocument(): Document {
  return parseHTML("<!doctype html><html><body><main></main></body></html>")
    .document as unknown as Document;
}

/** The main part of a report's page, drawn without a browser. */
export function pageOf(report: Report): HTMLElement {
  const document = emptyDocument();
  Object.assign(globalThis, { document });
  const main = document.querySelector("main");
  if (!main) throw new Error("no main");
  render(createElement(ReportView, { context: contextOf(report) }), main);
  return main;
}
