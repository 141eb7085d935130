import type { Names } from "../names";
import type { Numbers } from "../numbers";

/** The four pages for the participation council. */
export const council = (numbers: Numbers, names: Names) => ({
  title: "Wat er op ons afkomt",
  about: {
    heading: "Waar dit over gaat",
    text: [
      "De school wil meer docenten met een master. Dat vraagt tijd, geld en ruimte voor docenten. In dit stuk staat hoe het personeel zich kan ontwikkelen, wat dat betekent voor het werk en wat de raad kan vragen.",
      'Niemand weet wie er vertrekt, komt of gaat studeren. Daarom rekenen we heel veel mogelijke toekomsten door, elk met ander toeval. We vatten ze samen als 50 toekomsten die even waarschijnlijk zijn. Staat er "in 31 van de 50 toekomsten", dan lukt iets vaker wel dan niet, maar zeker is het niet.',
      "Dit stuk gaat over groepen. Over een persoon zegt het niets, en het zet niemand op volgorde.",
    ],
  },
  goals: { heading: "De doelen en waar we nu staan" },
  nothing: {
    heading: "Als we niets veranderen",
    planned: "Als we dit plan uitvoeren",
    sentence: (goal: string, probability: number, when: string) =>
      `In ${names.of50(probability)} is er ${when} ${goal}.`,
    first: "Hieronder is iedere stip een toekomst. Hoe verder naar rechts, hoe hoger de uitkomst.",
  },
  work: {
    heading: "Wat dit betekent voor het werk",
    vacancies: (value: string, when: string) =>
      `We verwachten ${value} vacatures ${when}. Niet elke vacature wordt vervuld.`,
    cancelled: (value: string, when: string) =>
      `${when} valt naar verwachting ${value} van de lessen uit.`,
    hidden: (value: string, when: string) =>
      `${when} geven docenten zonder de bevoegdheid ervoor naar verwachting ${value} fte aan lessen.`,
    studying: (value: string, year: number) =>
      `Op 1 oktober ${year} volgen naar verwachting ${value} docenten een studie voor een master.`,
  },
  people: {
    heading: "Wie er werken",
    flows: "Wie er komt en gaat",
    clusters: "Per groep vakken",
    clusterText: (metric: string) =>
      `Het aandeel ${metric} per groep vakken, gemiddeld over alle toekomsten.`,
    small: "Kleine groepen zijn samengevoegd of weggelaten.",
  },
  choices: {
    heading: "Wat we kunnen kiezen",
    alone:
      "In dit stuk is een manier doorgerekend. Vraag om varianten als de raad wil vergelijken.",
    several: "Dezelfde toekomsten, met ander beleid:",
    caption: (by: number) =>
      `Kansen in ${by}; de andere getallen zijn gemiddelden per jaar tot dan.`,
  },
  ask: {
    heading: "Wat de raad kan vragen",
    intro:
      "De raad heeft een stem bij de formatie, de scholing en de taken. Vragen die kunnen helpen:",
    questions: [
      "Wie krijgt tijd om te studeren, en wie neemt de lessen over?",
      "Welke ruimte krijgen docenten met een master om die te gebruiken?",
      "Wat doen we voor starters, zodat zij blijven?",
      "Wat gebeurt er als de vacatures niet worden vervuld?",
      "Wanneer kijken we samen of het zo gaat als verwacht?",
    ],
    room: "Onze vragen en afspraken",
  },
  words: {
    heading: "Woorden",
    list: [
      ["fte", "de omvang van een volledige baan"],
      ["inzetbare fte", "fte zonder verlof, minder lessen voor starters en andere taken"],
      ["hbo-master", "een master van een hogeschool; telt mee voor de 50%, niet voor de 80%"],
      ["wo-master", "een master van een universiteit"],
      ["bovenbouw vwo", "vwo 4, 5 en 6"],
      ["vacature", "een poging om iemand aan te nemen, gelukt of niet"],
      ["toekomst", "een manier waarop de jaren kunnen verlopen"],
    ] as [string, string][],
  },
  margin: (replicates: number) =>
    `De getallen komen uit ${numbers.decimal(replicates, 0)} doorgerekende toekomsten.`,
});
