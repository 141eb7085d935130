import type { Names } from "../names";
import type { Numbers } from "../numbers";
import type { Words } from "../words";

/** The four pages for the participation council. */
export const council = (numbers: Numbers, names: Names): Words["council"] => ({
  title: "What lies ahead of us",
  about: {
    heading: "What this is about",
    text: [
      "The school wants more teachers with a master. That asks for time, money and room for teachers. This paper tells how the staff may develop, what that means for the work and what the council can ask.",
      'Nobody knows who will leave, come or study. So we play a great many possible futures, each with other chance. We sum them up as 50 futures that are equally likely. Where it says "in 31 out of 50 futures", something succeeds more often than not, but it is not certain.',
      "This paper is about groups. It says nothing about any person, and it ranks nobody.",
    ],
  },
  goals: { heading: "The goals and where we are now" },
  nothing: {
    heading: "If we change nothing",
    planned: "If we carry out this plan",
    sentence: (goal, probability, when) =>
      `In ${names.of50(probability)} there will be ${goal} ${when}.`,
    first: "Each dot below is a future. The further to the right, the higher the outcome.",
  },
  work: {
    heading: "What this means for the work",
    vacancies: (value, when) =>
      `We expect ${value} vacancies ${when}. Not every vacancy is filled.`,
    cancelled: (value, when) => `${when} ${value} of the lessons are expected to be cancelled.`,
    hidden: (value, when) =>
      `${when} teachers without the licence for it are expected to give ${value} fte of lessons.`,
    studying: (value, year) =>
      `On 1 October ${year} ${value} teachers are expected to study for a master.`,
  },
  people: {
    heading: "Who work here",
    flows: "Who comes and goes",
    clusters: "By group of subjects",
    clusterText: (metric) => `The share of ${metric} by group of subjects, mean over all futures.`,
    small: "Small groups are taken together or left out.",
  },
  choices: {
    heading: "What we can choose",
    alone: "This paper has one way played. Ask for variants if the council wants to compare.",
    several: "The same futures, with other policies:",
    caption: (by) => `Chances in ${by}; the other numbers are means per year until then.`,
  },
  ask: {
    heading: "What the council can ask",
    intro:
      "The council has a say in the staffing plan, in study and in tasks. Questions that may help:",
    questions: [
      "Who gets time to study, and who takes over the lessons?",
      "What room do teachers with a master get to use it?",
      "What do we do for starters, so that they stay?",
      "What happens if the vacancies are not filled?",
      "When do we look together whether it goes as expected?",
    ],
    room: "Our questions and agreements",
  },
  words: {
    heading: "Words",
    list: [
      ["fte", "the volume of a full-time job"],
      ["deployable fte", "fte without leave, fewer lessons for starters and other tasks"],
      [
        "hbo master",
        "a master of a university of applied sciences; counts for the 50%, not for the 80%",
      ],
      ["wo master", "a master of a university"],
      ["upper vwo", "vwo 4, 5 and 6"],
      ["vacancy", "a try to hire somebody, successful or not"],
      ["future", "one way in which the years may go"],
    ],
  },
  margin: (replicates) => `The numbers come from ${numbers.decimal(replicates, 0)} futures.`,
});
