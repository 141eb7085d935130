import type { Note, Provenance } from "./run";

/** Mean and 80% band over the futures; the band is null where none is kept. */
export interface Expected {
  mean: number;
  p10: number | null;
  p90: number | null;
}

/** Heads and the fte of their jobs. */
export interface Volume {
  heads: number;
  fte: number;
}

/** What the file says will happen to some people. */
export interface KnownEvent {
  event: "leaves" | "starts" | "hours" | "pension_age" | "contract_end";
  cause: string | null;
  /** "2026-08"; null: not known. */
  month: string | null;
  heads: number;
  fte: number;
}

/** Row of the spring table; whatever is null is not told. */
export interface StaffingRow {
  level: "total" | "school" | "section";
  unit: string;
  school: string | null;
  /** Too small to tell more than the fte it needs. */
  needs_only: boolean;
  demand_now: number | null;
  demand: number | null;
  net_now: number | null;
  net_staying: number | null;
  surplus: number | null;
  certain: { leavers: Volume; starters: Volume; hours: Volume; known: KnownEvent[] } | null;
  dated: { contracts: Volume; pension_age: Volume } | null;
  other_leavers: Expected | null;
  other_leavers_fte: Expected | null;
  vacancies: Expected | null;
  vacancy_fte: Expected | null;
  unfilled: Expected | null;
  holes: { leavers: Volume; replacements: Volume; contracts: Volume; pension_age: Volume } | null;
  cancelled: Expected | null;
  hidden: Expected | null;
}

/** The parts of a meesterplan.staffing/1 document that the reports use. */
export interface Staffing {
  schema: "meesterplan.staffing/1";
  scenario: string;
  start: number;
  /** The school year that begins on 1 August of it. */
  year: number;
  rows: StaffingRow[];
  notes: Note[];
  provenance: Provenance;
}
