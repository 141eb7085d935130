import type { Names } from "../names";
import type { Numbers } from "../numbers";

/** Policies: their cards, the grid of chance and effect, and the table of parts. */
export const policies = (numbers: Numbers, names: Names) => ({
  /** Of a run among others. */
  ofRun: (heading: string, run: string) => `${heading} \u2013 ${run}`,
  card: {
    heading: "Beleid: wat we doen",
    read: "\u00d7 1,2 is 1,2 maal zo vaak of zo veel; \u00d7 1 verandert niets. Gaat het om een kans of een deel, dan wordt de verhouding van wel tot niet zo veel maal zo groot. Tussen haakjes: de grenzen waar het getal met 95% zekerheid tussen ligt.",
    already: (list: string) => `Ook in deze variant, en hierboven al beschreven: ${list}.`,
    usedIn: "Varianten",
    onlyFor: "Alleen voor",
    only: (who: string) => `alleen ${who}`,
    when: "Wanneer",
    chance: "Kans dat het lukt",
    changes: "Wat het verandert",
    costs: "Wat het kost",
    hours: "Uren",
    owner: "Wie",
    leader: "Wat de leiding doet",
    support: "Draagvlak",
    rationale: "Eigen redenen",
    source: (source: string) => `Bron: ${source}`,
    years: (first: string, last: string | null) =>
      last === null
        ? `vanaf schooljaar ${first}`
        : first === last
          ? `alleen in schooljaar ${first}`
          : `schooljaar ${first} tot en met ${last}`,
    phases: {
      step: () => "meteen helemaal",
      linear: (years: number) => `in ${years} jaar gelijkmatig ingevoerd`,
      front: (years: number) => `in ${years} jaar ingevoerd, eerst snel`,
      back: (years: number) => `in ${years} jaar ingevoerd, eerst langzaam`,
    },
    strength: (share: string) => `op ${share} van de volle kracht`,
    points: (change: string) => `${change} procentpunt`,
    perYear: (hours: string) => `${hours} uur per jaar van wie het uitvoert`,
    per: (what: string) => `per ${what}`,
    ofWages: "van het loon van wie het betreft",
  },
  effects: {
    heading: "Beleid: kans dat het lukt, en wat het doet",
    absent: "Wat elk beleid doet is bij deze run niet bewaard. Speel hem met:",
    command: "meesterplan run SCENARIO -o MAP --policies --overwrite",
  },
  grid: {
    axis: {
      masters: (year: number) => `masters meer op 1 oktober ${year}, als het lukt`,
      exits: (year: number) => `vertrekkers minder tot 1 oktober ${year}, als het lukt`,
    },
    chance: "kans dat het lukt",
    sure: "doet meer dan toeval",
    unsure: "niet van toeval te onderscheiden",
    never: "lukt nooit",
    often: "lukt vaak",
    seldom: "lukt zelden",
    much: "doet veel",
    little: "doet weinig",
    opposite: "werkt averechts",
    corner: (chance: string, effect: string) => `${chance}, ${effect}`,
    /** "2,1 masters meer (1,7 tot 2,5)". */
    change: {
      masters: (size: string, more: boolean, low: string, high: string) =>
        `${size} masters ${more ? "meer" : "minder"} (${low} tot ${high})`,
      exits: (size: string, fewer: boolean, low: string, high: string) =>
        `${size} vertrekkers ${fewer ? "minder" : "meer"} (${low} tot ${high})`,
    },
    what: {
      masters: (year: number) => `het aantal masters op 1 oktober ${year}`,
      exits: (year: number) => `het aantal vertrekkers tot 1 oktober ${year}`,
    },
    most: (sure: number, of: number, what: string, name: string, change: string, chance: number) =>
      of === 1
        ? `${name} verandert ${what}: ${change} als het lukt, in ${names.of50(chance)}`
        : `${sure} van de ${of} maatregelen ${sure === 1 ? "heeft" : "hebben"} een effect op ${what} dat groter is dan toeval; ${name} doet het meest: ${change} als het lukt, in ${names.of50(chance)}`,
    nothing: (of: number, what: string, name: string) =>
      of === 1
        ? `${name} verandert ${what} in geen van de toekomsten`
        : `Geen van de ${of} maatregelen verandert ${what}, in geen van de toekomsten`,
    none: (of: number, what: string, name: string) =>
      `${of === 1 ? `${name} heeft geen effect` : `Geen van de ${of} maatregelen heeft een effect`} op ${what} dat van toeval te onderscheiden is`,
    text: (what: string) =>
      `Stippen, een per maatregel. Naar rechts: de kans dat zij wordt uitgevoerd. Naar boven: hoe zij dan ${what} verandert als enige maatregel; hoger is beter. Streepjes geven aan hoeveel dat door toeval kan schelen. Een open stip is niet van toeval te onderscheiden.`,
    alone: "Iedere maatregel als enige.",
    beside: "Stippen met ongeveer dezelfde kans staan naast elkaar.",
    columns: {
      policy: "maatregel",
      chance: "kans dat het lukt",
      effect: {
        masters: "masters meer, als het lukt",
        exits: "vertrekkers minder, als het lukt",
      },
      expected: {
        masters: "masters meer, verwacht",
        exits: "vertrekkers minder, verwacht",
      },
      sure: "meer dan toeval",
    },
  },
  parts: {
    heading: "Beleid: het aandeel van elke maatregel in het geheel",
    policy: "maatregel",
    carriedOut: "kans dat het lukt",
    together: "alles samen",
    kinds: {
      chance: "kans",
      value: "stand",
      masters: "masters",
      exits: "vertrekkers",
      cost: "kosten",
    },
    column: (kind: string, of: string | null) => (of === null ? kind : `${kind}: ${of}`),
    note: (futures: number, drawn: boolean) =>
      `Aandeel: zo is het verschil tussen alle maatregelen en geen enkele over de maatregelen verdeeld; samen zijn de aandelen dat verschil. Van kansen en percentages zijn het procentpunten. Tussen haakjes: niet van toeval te onderscheiden. Uit ${numbers.decimal(futures, 0)} toekomsten, steeds dezelfde.${drawn ? " De aandelen zijn geschat: met zoveel maatregelen zijn niet alle combinaties doorgerekend." : ""}`,
  },
});
