/** A place in a chart, in pixels. */
export interface Point {
  x: number;
  y: number;
}

/** A dot with its error bar and the size of the number that belongs to it, in pixels. */
export interface Mark extends Point {
  /** Ends of the error bar. */
  top: number;
  bottom: number;
  /** Of the number. */
  width: number;
}

/** A rectangle by its sides. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Height of a number. */
const height = 13;

/** Radius of a dot and the room around it. */
const radius = 5.5;

/** From here on a line leads from the dot to its number. */
const near = 14;

/**
 * The positions in their own order, `gap` apart where they are closer, within `limits`; less where
 * somebody would else move by more than `most` (twice that at a limit).
 */
export function spreadOut(
  positions: number[],
  gap: number,
  most: number,
  limits: [number, number],
): number[] {
  const room = Math.max(0, limits[1] - limits[0]) / Math.max(1, positions.length - 1);
  const free = apart(positions, Math.min(gap, room), [-Infinity, Infinity]);
  const furthest = Math.max(0, ...free.map((one, place) => Math.abs(one - at(positions, place))));
  return furthest <= most
    ? apart(positions, Math.min(gap, room), limits)
    : spreadOut(positions, (gap * most) / furthest / 1.01, most, limits);
}

const at = (positions: number[], place: number): number => positions[place] ?? 0;

/** Least squares with that gap: pools neighbours that are too close around their mean. */
function apart(positions: number[], gap: number, [low, high]: [number, number]): number[] {
  const order = positions
    .map((_, place) => place)
    .sort((left, right) => at(positions, left) - at(positions, right));
  const pools: { mean: number; size: number }[] = [];
  order.forEach((place, rank) => {
    let pool = { mean: at(positions, place) - rank * gap, size: 1 };
    for (let last = pools.at(-1); last && last.mean > pool.mean; last = pools.at(-1)) {
      pools.pop();
      const size = last.size + pool.size;
      pool = { mean: (last.mean * last.size + pool.mean * pool.size) / size, size };
    }
    pools.push(pool);
  });
  const top = high - (positions.length - 1) * gap;
  const means = pools.flatMap((pool) =>
    Array.from({ length: pool.size }, () => Math.max(low, Math.min(top, pool.mean))),
  );
  const moved = [...positions];
  order.forEach((place, rank) => (moved[place] = at(means, rank) + rank * gap));
  return moved;
}

/** A number beside its dot. */
export interface Placed {
  box: Box;
  middle: Point;
  /** The line that leads to it from the dot, as points along it; empty where it stands next to it. */
  leader: Point[];
}

/**
 * A place for the number of each mark within the frame: near its dot, over no other number and no
 * dot, and over no error bar or line where that can be.
 */
export function placeNumbers(marks: Mark[], frame: Box): Placed[] {
  const placed: Placed[] = [];
  for (const mark of marks) placed.push(bestPlace(mark, marks, placed, frame));
  return placed;
}

function bestPlace(mark: Mark, marks: Mark[], placed: Placed[], frame: Box): Placed {
  let best = candidate(mark, 12, 0);
  let least = Infinity;
  for (let away = 12; away < least && away < 260; away += 3) {
    for (let step = 0; step < 16; ++step) {
      const angle = angles[step] ?? 0;
      const one = candidate(mark, away, angle);
      const cost = away + step / 16 + obstacles(one, mark, marks, placed, frame);
      if (cost >= least) continue;
      least = cost;
      best = one;
    }
  }
  return best;
}

/** Right, left, and then ever steeper. */
const angles = [0, 180, 22, -22, 158, -158, 45, -45, 135, -135, 67, -67, 113, -113, 90, -90];

function candidate(mark: Mark, away: number, degrees: number): Placed {
  const angle = (degrees * Math.PI) / 180;
  const x = mark.x + Math.cos(angle) * (away + mark.width / 2 - 4);
  const y = mark.y - Math.sin(angle) * away;
  const half = mark.width / 2;
  const box = { left: x - half, right: x + half, top: y - height / 2, bottom: y + height / 2 };
  return { box, middle: { x, y }, leader: away < near ? [] : leaderTo(mark, box) };
}

/** From the edge of the dot to the point of the box that is nearest, close enough to miss nothing. */
function leaderTo(mark: Mark, box: Box): Point[] {
  const x = Math.min(Math.max(mark.x, box.left), box.right) - mark.x;
  const y = Math.min(Math.max(mark.y, box.top), box.bottom) - mark.y;
  const length = Math.max(radius, Math.hypot(x, y));
  const count = Math.ceil(length / 1.5);
  const first = (radius - 1) / length;
  return Array.from({ length: count + 1 }, (_, place) => {
    const part = first + ((1 - first) * place) / count;
    return { x: mark.x + x * part, y: mark.y + y * part };
  });
}

/** What stands in the way of a number: infinite where it may not stand, much where its line may not. */
function obstacles(one: Placed, mark: Mark, marks: Mark[], placed: Placed[], frame: Box): number {
  const { box } = one;
  if (box.left < frame.left || box.right > frame.right) return Infinity;
  if (box.top < frame.top || box.bottom > frame.bottom) return Infinity;
  let cost = 0;
  for (const other of placed) {
    if (meets(box, other.box)) return Infinity;
    if (other.leader.some((point) => holds(box, point))) cost += 500;
    if (one.leader.some((point) => holds(other.box, point))) cost += 500;
  }
  const own = distance(one.middle, mark);
  for (const other of marks) {
    if (meets(box, dotBox(other))) return Infinity;
    const bar = { left: other.x - 1, right: other.x + 1, top: other.top, bottom: other.bottom };
    if (meets(box, bar)) cost += 24;
    if (other === mark) continue;
    if (distance(one.middle, other) < own) cost += 16;
    if (one.leader.some((point) => holds(dotBox(other), point))) cost += 24;
    if (one.leader.some((point) => holds(bar, point))) cost += 8;
  }
  return cost;
}

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

const dotBox = (mark: Point): Box => ({
  left: mark.x - radius,
  right: mark.x + radius,
  top: mark.y - radius,
  bottom: mark.y + radius,
});

const meets = (one: Box, other: Box): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

const holds = (box: Box, point: Point): boolean =>
  point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;
