import { render } from "preact";
import { readReport } from "./data/report";
import { contextOf } from "./views/context";
import { ReportView } from "./views/report";

const data = document.getElementById("report");
const place = document.getElementById("app");
if (data && place)
  render(<ReportView context={contextOf(readReport(data.textContent ?? ""))} />, place);
