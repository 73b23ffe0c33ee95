/**
 * Finds a lane for each dot, so that dots which meet on the axis stand above each other and none is moved along it.
 * @param positions middles in px, ascending.
 * @param spacing least distance in px between two middles in one lane.
 * @returns for each position the lowest free lane, from 0.
 */
export function dodge(positions: readonly number[], spacing: number): readonly number[] {
  const lastInLane: number[] = [];
  return positions.map((position) => {
    // Half a hundredth of a pixel of slack: drawn places are rounded to hundredths.
    const free = lastInLane.findIndex((last) => position - last >= spacing - 0.005);
    const lane = free === -1 ? lastInLane.length : free;
    lastInLane[lane] = position;
    return lane;
  });
}
