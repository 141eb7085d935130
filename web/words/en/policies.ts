import type { Names } from "../names";
import type { Numbers } from "../numbers";
import type { Words } from "../words";

/** Policies: their cards, the grid of chance and effect, and the table of parts. */
export const policies = (numbers: Numbers, names: Names): Words["policies"] => ({
  ofRun: (heading, run) => `${heading} \u2013 ${run}`,
  card: {
    heading: "Policies: what we do",
    read: "\u00d7 1.2 is 1.2 times as often or as many; \u00d7 1 changes nothing. Of a chance or a part, the ratio of yes to no becomes so many times as large. In brackets: the limits between which the number lies with 95% certainty.",
    already: (list) => `Also in this variant, and described above: ${list}.`,
    usedIn: "Variants",
    onlyFor: "Only for",
    only: (who) => `only ${who}`,
    when: "When",
    chance: "Chance of being carried out",
    changes: "What it changes",
    costs: "What it costs",
    hours: "Hours",
    owner: "Who",
    leader: "What leaders do",
    support: "Support",
    rationale: "Own reasons",
    source: (source) => `Source: ${source}`,
    years: (first, last) =>
      last === null
        ? `from school year ${first} on`
        : first === last
          ? `in school year ${first} only`
          : `school years ${first} to ${last}`,
    phases: {
      step: () => "all of it at once",
      linear: (years) => `brought in evenly over ${years} years`,
      front: (years) => `brought in over ${years} years, fast at first`,
      back: (years) => `brought in over ${years} years, slowly at first`,
    },
    strength: (share) => `at ${share} of full strength`,
    points: (change) => `${change} percentage points`,
    perYear: (hours) => `${hours} hours a year of those who carry it out`,
    per: (what) => `per ${what}`,
    ofWages: "of the wages of those whom it is about",
  },
  effects: {
    heading: "Policies: chance of being carried out, and what they do",
    absent: "What each policy does was not kept with this run. Play it with:",
    command: "meesterplan run SCENARIO -o DIR --policies --overwrite",
  },
  grid: {
    axis: {
      masters: (year) => `more masters on 1 October ${year}, if carried out`,
      exits: (year) => `fewer leavers until 1 October ${year}, if carried out`,
    },
    chance: "chance of being carried out",
    sure: "does more than chance",
    unsure: "cannot be told from chance",
    never: "never carried out",
    often: "often carried out",
    seldom: "seldom carried out",
    much: "does much",
    little: "does little",
    opposite: "does the opposite",
    corner: (chance, effect) => `${chance}, ${effect}`,
    change: {
      masters: (size, more, low, high) =>
        `${size} ${more ? "more" : "fewer"} masters (${low} to ${high})`,
      exits: (size, fewer, low, high) =>
        `${size} ${fewer ? "fewer" : "more"} leavers (${low} to ${high})`,
    },
    what: {
      masters: (year) => `the number of masters on 1 October ${year}`,
      exits: (year) => `the number of leavers until 1 October ${year}`,
    },
    most: (sure, of, what, name, change, chance) =>
      of === 1
        ? `${name} changes ${what}: ${change} if carried out, in ${names.of50(chance)}`
        : `${sure} out of ${of} policies ${sure === 1 ? "has" : "have"} an effect on ${what} that is larger than chance; ${name} does most: ${change} if carried out, in ${names.of50(chance)}`,
    nothing: (of, what, name) =>
      of === 1
        ? `${name} does not change ${what} in any of the futures`
        : `None of the ${of} policies changes ${what} in any of the futures`,
    none: (of, what, name) =>
      `${of === 1 ? `${name} has no effect` : `None of the ${of} policies has an effect`} on ${what} that can be told from chance`,
    text: (what) =>
      `Dots, one for each policy. To the right: the chance that it is carried out. Upward: how it then changes ${what} as the only policy; higher is better. Bars show how much that may differ by chance. An open dot cannot be told from chance.`,
    alone: "Each policy as the only one.",
    beside: "Dots with about the same chance stand beside each other.",
    columns: {
      policy: "policy",
      chance: "chance of being carried out",
      effect: {
        masters: "more masters, if carried out",
        exits: "fewer leavers, if carried out",
      },
      expected: {
        masters: "more masters, expected",
        exits: "fewer leavers, expected",
      },
      sure: "more than chance",
    },
  },
  parts: {
    heading: "Policies: the part of each in the whole",
    policy: "policy",
    carriedOut: "chance of being carried out",
    together: "all together",
    kinds: {
      chance: "chance",
      value: "value",
      masters: "masters",
      exits: "leavers",
      cost: "costs",
    },
    column: (kind, of) => (of === null ? kind : `${kind}: ${of}`),
    note: (futures, drawn) =>
      `Part: so the difference between all policies and none is divided over the policies; together the parts are that difference. Of chances and percentages they are percentage points. In brackets: cannot be told from chance. Out of ${numbers.decimal(futures, 0)} futures, the same ones each time.${drawn ? " The parts are estimates: with so many policies not all combinations were played." : ""}`,
  },
});
