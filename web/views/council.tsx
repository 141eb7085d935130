import { half, wide } from "../charts/frame";
import { mainTargets, rowAt, targetYear } from "../data/answer";
import { capital } from "../words/names";
import type { Context } from "./context";
import { Figure } from "./figure";
import { chanceFigure, dotsFigure, fanFigure } from "./figures/goals";
import { agesFigure, gridFigures, panelsFigure, waterfallFigure } from "./figures/staff";
import { GoalsTable, HiddenNote, Lines, Masthead, Part, VariantsTable } from "./parts";
import { Sheets } from "./sheets";

/** The participation council's paper: four pages in plain words. */
export function Council({ context }: { context: Context }) {
  return (
    <Sheets
      context={context}
      pages={[
        <>
          <Masthead context={context} title={context.words.council.title} />
          <About context={context} />
          <Goals context={context} />
          <Glossary context={context} />
        </>,
        <Nothing context={context} />,
        <>
          <Work context={context} />
          <Flows context={context} />
          <Clusters context={context} />
        </>,
        <>
          <Ages context={context} />
          <Choices context={context} />
          <Ask context={context} />
          <HiddenNote context={context} />
        </>,
      ]}
    />
  );
}

function About({ context }: { context: Context }) {
  const { about, margin } = context.words.council;
  return (
    <Part id="about" heading={about.heading}>
      {about.text.map((paragraph, place) => (
        <p key={place}>{paragraph}</p>
      ))}
      <p>{margin(context.base.run.replicates)}</p>
    </Part>
  );
}

function Goals({ context }: { context: Context }) {
  const { goals } = context.words.council;
  return (
    <Part id="goals" heading={goals.heading}>
      <GoalsTable context={context} />
      <p>{context.words.board.gap.note}</p>
    </Part>
  );
}

function Choices({ context }: { context: Context }) {
  const { choices } = context.words.council;
  return (
    <Part id="choices" heading={choices.heading}>
      <p>{context.answers.length > 1 ? choices.several : choices.alone}</p>
      <VariantsTable context={context} />
    </Part>
  );
}

function Nothing({ context }: { context: Context }) {
  const { base, words } = context;
  const { nothing } = words.council;
  const targets = mainTargets(base).slice(0, 2);
  const first = targets[0];
  const dots = targets.map((target) =>
    dotsFigure(context, base, target, targets.length === 2 ? half : wide),
  );
  const sentences = targets.map((target) =>
    capital(
      nothing.sentence(
        words.names.goal(target),
        target.probability,
        words.names.when(target.metric, target.by),
      ),
    ),
  );
  if (dots.some((spec) => spec !== null)) sentences.push(nothing.first);
  return (
    <Part id="nothing" heading={context.base.planned ? nothing.planned : nothing.heading}>
      <p>{sentences.join(" ")}</p>
      <div class={targets.length === 2 ? "pair" : undefined}>
        {dots.map((spec, place) => (
          <Figure key={place} spec={spec} context={context} />
        ))}
      </div>
      {first && (
        <Figure
          spec={chanceFigure(context, base, first, { ...wide, height: 220 })}
          context={context}
        />
      )}
      {first && (
        <Figure
          spec={fanFigure(context, base, first.metric, first.by, { ...wide, height: 230 })}
          context={context}
        />
      )}
    </Part>
  );
}

function Work({ context }: { context: Context }) {
  const { work } = context.words.council;
  return (
    <Part id="work" heading={work.heading}>
      <p>{workSentences(context).join(" ")}</p>
      <Figure
        spec={panelsFigure(context, context.base, ["vacancies", "lessons_cancelled"])}
        context={context}
      />
    </Part>
  );
}

/** What is expected for the work in the target year; only what the report tells. */
function workSentences(context: Context): string[] {
  const { base, words } = context;
  const { work } = words.council;
  const by = targetYear(base);
  const say = (metric: string, sentence: (value: string, when: string) => string): string[] => {
    const row = rowAt(base, metric, by);
    if (row?.mean == null) return [];
    return [
      capital(sentence(words.numbers.value(row.measure, row.mean), words.names.when(metric, by))),
    ];
  };
  return [
    ...say("vacancies", work.vacancies),
    ...say("lessons_cancelled", work.cancelled),
    ...say("hidden", work.hidden),
    ...say("studying", (value) => work.studying(value, by)),
  ];
}

function Flows({ context }: { context: Context }) {
  const { people } = context.words.council;
  const spec = waterfallFigure(context, context.base, "heads");
  return (
    spec && (
      <Part id="flows" heading={people.flows}>
        <Figure spec={spec} context={context} />
      </Part>
    )
  );
}

function Ages({ context }: { context: Context }) {
  const { people } = context.words.council;
  const { base } = context;
  const spec =
    agesFigure(context, base) ??
    fanFigure(context, base, "share_55plus", targetYear(base), { ...wide, height: 200 });
  return (
    spec && (
      <Part id="people" heading={people.heading}>
        <Figure spec={spec} context={context} />
      </Part>
    )
  );
}

function Clusters({ context }: { context: Context }) {
  const { people } = context.words.council;
  const { base, words } = context;
  const first = mainTargets(base)[0];
  const metric = first?.measure === "share" ? first.metric : "masters";
  const [grid] = gridFigures(context, base, metric, "cluster");
  if (!grid) return null;
  return (
    <Part id="clusters" heading={people.clusters}>
      <p>
        {people.clusterText(words.names.metric(metric))} {people.small}
      </p>
      <Figure spec={grid} context={context} />
    </Part>
  );
}

function Ask({ context }: { context: Context }) {
  const { ask } = context.words.council;
  return (
    <Part id="ask" heading={ask.heading}>
      <p>{ask.intro}</p>
      <ul>
        {ask.questions.map((question, place) => (
          <li key={place}>{question}</li>
        ))}
      </ul>
      <p class="room">{ask.room}</p>
      <Lines count={5} />
    </Part>
  );
}

function Glossary({ context }: { context: Context }) {
  const { words } = context.words.council;
  return (
    <Part id="words" heading={words.heading}>
      <dl class="glossary">
        {words.list.map(([word, meaning]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
