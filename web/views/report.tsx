import { Board } from "./board";
import type { Context } from "./context";
import { Council } from "./council";
import { Hr } from "./hr";
import { Region } from "./region";

const views = { board: Board, council: Council, hr: Hr, region: Region };

/** The pages for the reader of a report. */
export function ReportView({ context }: { context: Context }) {
  const View = views[context.report.reader];
  return <View context={context} />;
}
