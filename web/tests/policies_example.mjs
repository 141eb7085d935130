// Made-up policies and earlier years, for the tests and for examples of runs that have none.

const titles = [
  ["inductie", "Inductie en begeleiding van starters", "Induction and mentoring", 0.7],
  ["studietijd", "Studietijd voor wie een master haalt", "Time to study", 0.75],
  ["lc-ld-bij-rollen", "Hogere schaal bij rollen voor masters", "Higher scale for roles", 0.6],
  ["gerichte-werving", "Gericht werven van masters", "Targeted recruitment of masters", 0.75],
  ["ruimte-voor-masters", "Ruimte voor wie een master heeft", "Room for masters", 0.7],
  ["kortere-trajecten", "Kortere trajecten naar een master", "Shorter ways to a master", 0.5],
  ["zij-instroom", "Zij-instroom met een master", "Side entrants with a master", 0.65],
  ["lio-plaatsen", "Plaatsen voor leraren in opleiding", "Places for trainees", 0.85],
  ["ontwikkelgesprekken", "Ontwikkelgesprekken", "Talks about development", 0.75],
  ["gedeelde-visie", "Leiderschap en gedeelde visie", "Leadership and shared vision", 0.7],
  ["toelage", "Toelage in tekortvakken", "Allowance in subjects that are short", 0.5],
  ["leergemeenschappen", "Leergemeenschappen", "Learning communities", 0.7],
  ["lesreductie-starters", "Minder lessen voor starters", "Fewer lessons for starters", 0.7],
  ["grotere-contracten", "Grotere deeltijdcontracten", "Larger part-time contracts", 0.7],
  ["klassenmanagement", "Aanpak van orde en gedrag", "Approach to behaviour", 0.7],
  ["maatwerkafspraken", "Afspraken op maat", "Agreements to measure", 0.75],
  ["ontzien-en-behoud", "Ontzien van oudere docenten", "Sparing older teachers", 0.7],
  ["regionale-samenwerking", "Samenwerken in de regio", "Working together in the region", 0.65],
  ["regionale-werving", "Samen werven in de regio", "Recruiting together", 0.65],
  ["sectie-in-selectie", "De sectie kiest mee", "The section helps to choose", 0.85],
  ["stabiele-start", "Een stabiele start", "A stable start", 0.75],
  ["wo-masters-in-bovenbouw", "Wo-masters in de bovenbouw", "Wo masters upstairs", 0.6],
];

/** How many different cards there are. */
export const mostCards = titles.length;

const effects = [
  {
    name: "beginnen",
    on: "enrolment",
    on_nl: "beginnen aan een master",
    on_en: "beginning to study",
    form: "hazard_ratio",
    central: 1.2,
    low: 0.95,
    high: 1.55,
    order_nl: null,
    order_en: null,
    source: "assumption: a fifth more begin; the interval includes zero effect",
  },
  {
    name: "vrijstelling",
    on: "exemption",
    on_nl: "een studiejaar minder nodig hebben",
    on_en: "needing a study year less",
    form: "share",
    central: 0.3,
    low: 0.02,
    high: 0.7,
    order_nl: null,
    order_en: null,
    source: "",
  },
  {
    name: "volgorde",
    on: "lesson_order",
    on_nl: "lesvolgorde in de bovenbouw",
    on_en: "order of upper lessons",
    form: "decision",
    central: null,
    low: null,
    high: null,
    order_nl: "eerst wie een wo-master heeft",
    order_en: "wo masters first",
    source: "",
  },
  {
    name: "eerste-jaar",
    on: "exit",
    on_nl: "vertrek",
    on_en: "leaving",
    form: "hazard_ratio",
    central: 0.7,
    low: 0.45,
    high: 1.05,
    order_nl: null,
    order_en: null,
    source: "Ingersoll (SASS 1999-2000): turnover after the first year 40% without, 28% with",
  },
  {
    name: "later",
    on: "exit",
    on_nl: "vertrek",
    on_en: "leaving",
    form: "hazard_ratio",
    central: 0.88,
    low: null,
    high: null,
    order_nl: null,
    order_en: null,
    source: "",
  },
];

const costs = [
  {
    name: "studietijd",
    per: "enrolment",
    per_nl: "nieuwe student",
    per_en: "new student",
    central: 6600,
    low: 3300,
    high: 13200,
    source: "120 hours; hours: assumption",
  },
  {
    name: "toelage",
    per: "wage_share",
    per_nl: "aandeel loonsom",
    per_en: "share of wages",
    central: 0.02,
    low: null,
    high: null,
    source: "",
  },
];

/** Cards of that many policies; every second one says everything, the others hardly anything. */
export function cardsExample(count) {
  return titles.slice(0, count).map(([name, dutch, english, chance], place) => {
    const isFull = place % 2 === 0;
    return {
      name,
      title_nl: dutch,
      title_en: english,
      description_nl: isFull ? "Elke starter heeft drie jaar een coach van het eigen vak." : "",
      description_en: isFull ? "Every starter has a coach of the same subject." : "",
      cluster: "training",
      cluster_nl: "opleiding en begeleiding",
      cluster_en: "training and support",
      amo: isFull ? ["ability", "opportunity"] : [],
      amo_nl: isFull ? "kunnen, mogen" : "",
      amo_en: isFull ? "ability, opportunity" : "",
      from: 2026 + (place % 3),
      until: isFull ? null : 2030,
      phase_in: ["linear", "step", "front", "back"][place % 4],
      phase_years: isFull ? 2 : 1,
      strength: isFull ? 1 : 0.8,
      carried_out: {
        central: chance,
        low: isFull ? chance - 0.25 : null,
        high: isFull ? chance + 0.14 : null,
      },
      support: isFull ? "de meeste secties zijn voor" : "",
      owner_nl: isFull ? "schoolopleider en coaches" : "",
      owner_en: isFull ? "teacher educator and coaches" : "",
      leader_nl: isFull ? "geeft coaches uren en starters een haalbaar rooster" : "",
      leader_en: isFull ? "gives coaches hours and starters a feasible timetable" : "",
      rationale: isFull ? "Zonder coach vertrekken er te veel in het eerste jaar." : "",
      hours: isFull ? 60 : 0,
      effects: isFull ? effects.slice(0, 3 + (place % 3)) : effects.slice(0, 1),
      costs: isFull ? costs : [],
    };
  });
}

/** The cards with that name for every text of the planner. */
export function namedBy(cards, name) {
  const texts = Object.fromEntries(
    ["title", "description", "owner", "leader"].flatMap((key) => [
      [`${key}_nl`, name],
      [`${key}_en`, name],
    ]),
  );
  const named = (one) => ({ ...one, name, source: name });
  return cards.map((card, place) => ({
    ...card,
    ...texts,
    name: `${place} ${name}`,
    support: name,
    rationale: name,
    effects: card.effects.slice(0, 2).map(named),
    costs: card.costs.map(named),
  }));
}

const kinds = [
  { kind: "chance", target: "masters", measure: "share", none: 0.1, size: 0.03, error: 0.006 },
  { kind: "value", target: "masters", measure: "share", none: 0.42, size: 0.01, error: 0.001 },
  { kind: "masters", target: null, measure: "heads", none: 40, size: 1.1, error: 0.16 },
  { kind: "exits", target: null, measure: "heads", none: 60, size: -0.9, error: 0.2 },
  { kind: "cost", target: null, measure: "euro", none: 4e7, size: 6e4, error: 9e3 },
];

/** How much of an outcome's size a policy has, and of its error. */
const courses = {
  mixed: (place) => [[1, 2.6, 0.4, 0.05, -0.7, 1.3, 0.9, 0, 0.2, 1.9][place % 10], 1],
  unsure: (place) => [[0.1, -0.1, 0.05][place % 3], 1],
  zero: () => [0, 0],
  opposite: (place) => [-1 - (place % 4) / 2, 1],
  certain: (place) => [1 + place / 9, 1],
};

/** What the policies of the cards do; "certain": all are carried out for sure. */
export function policiesExample(cards, variant = "mixed") {
  const rows = cards.map((card, place) => {
    const chance = variant === "certain" ? 1 : card.carried_out.central;
    const [part, error] = courses[variant](place);
    const estimate = (kind, factor) => ({
      mean: kind.size * part * factor * chance,
      standard_error: kind.error * error * Math.sqrt(chance),
    });
    return {
      name: card.name,
      title_nl: card.title_nl,
      title_en: card.title_en,
      cluster: card.cluster,
      carried_out: chance,
      effects: kinds.map((kind) => ({
        alone: estimate(kind, 1),
        last: estimate(kind, 0.9),
        share: estimate(kind, 0.95),
      })),
    };
  });
  return {
    method: cards.length > 5 ? "drawn" : "exact",
    orders: cards.length > 5 ? 12 : 0,
    replicates: 1000,
    outcomes: kinds.map(({ kind, target, measure, none }, place) => ({
      kind,
      target,
      level: "total",
      unit: "all",
      measure,
      year: 2030,
      n: 1000,
      none,
      all: none + rows.reduce((sum, row) => sum + row.effects[place].share.mean, 0),
    })),
    policies: rows,
  };
}

/** How it was: masters so many years back, with a gap, and one earlier year of 55 and over. */
export function historyExample(start, backs = [1, 2, 6]) {
  const row = (metric, back, value, source) => ({
    metric,
    level: "total",
    unit: "all",
    measure: "share",
    year: start - back,
    value,
    source,
  });
  return [
    ...backs.map((back, place) =>
      row("masters", back, 0.4 - back / 200, place === 0 ? "DUO" : "eigen telling"),
    ),
    row("share_55plus", 4, 0.34, ""),
  ];
}
