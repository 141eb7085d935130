import type { Report } from "../data/report";

export function pageOf(template: string, report: Report): string;
